package dev.broadsheet.articles.json;

import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.RawRecord;
import java.io.IOException;
import java.util.Arrays;

/** Goes over values that are too long to be kept, by brackets and quotes alone. */
final class JsonSkip {
  private static final int PIECE = 1 << 14;
  private static final int HEAD = 4 * RawRecord.RAW_CHARACTERS;

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
    tape.backTo(start);
    tape.keepNothing();
    byte[] piece = new byte[PIECE];
    byte[] head = {};
    boolean quoted = false;
    boolean escaped = false;
    int depth = 0;
    for (int read = tape.read(piece); read > 0; read = tape.read(piece)) {
      head = head.length == 0 ? Arrays.copyOf(piece, Math.min(read, HEAD)) : head;
      for (int i = 0; i < read; i++) {
        byte b = piece[i];
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
        if (!quoted && depth <= 0) {
          tape.backTo(tape.place() - read + i + 1);
          return Utf8.lenient(head, (int) Math.min(head.length, tape.place() - start));
        }
      }
    }
    return Utf8.lenient(head, head.length);
  }
}
