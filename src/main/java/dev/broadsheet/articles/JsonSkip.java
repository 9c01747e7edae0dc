package dev.broadsheet.articles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Goes over values that are too long to be kept, by brackets and quotes alone. */
final class JsonSkip {
  private JsonSkip() {}

  /** The first place from another on that is neither white space nor a comma; -1 at the end. */
  static long behindSpace(Tape tape, long start) throws IOException {
    tape.backTo(start);
    tape.keepNothing();
    int b = tape.read();
    while (b == ',' || JsonRoots.isSpace((byte) b)) {
      b = tape.read();
    }
    return b < 0 ? -1 : tape.place() - 1;
  }

  /** Reads the object, list or text that begins at a place, and tells how it begins. */
  static String value(Tape tape, long start) throws IOException {
    var raw = new ByteArrayOutputStream();
    tape.backTo(start);
    tape.keepNothing();
    boolean quoted = false;
    boolean escaped = false;
    int depth = 0;
    int b;
    do {
      b = tape.read();
      if (b >= 0 && raw.size() < 4 * RawRecord.RAW_CHARACTERS) {
        raw.write(b);
      }
      if (escaped) {
        escaped = false;
      } else if (quoted) {
        escaped = b == '\\';
        quoted = b != '"';
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
      }
    } while (b >= 0 && (quoted || depth > 0));
    return Utf8.lenient(raw.toByteArray(), raw.size());
  }
}
