package dev.broadsheet.articles.json;

import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.RawRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A broken place of a JSON file.
 *
 * @param next where the next record begins; -1 if there is none
 * @param length how many bytes lie before it
 * @param hasText whether these are more than commas, closing brackets and white space
 * @param raw how they begin
 */
record JsonGap(long next, long length, boolean hasText, String raw) {
  private static final int MOST_OF_A_KEY = 200;

  /**
   * Looks for the next record behind a place.
   *
   * @param keys that records begin with; empty if none has been seen
   */
  static JsonGap find(Tape tape, long start, Set<String> keys) throws IOException {
    var raw = new ByteArrayOutputStream();
    boolean text = false;
    tape.backTo(start);
    tape.keepNothing();
    for (int b = tape.read(); b >= 0; b = tape.read()) {
      long at = tape.place() - 1;
      if (raw.size() < 4 * RawRecord.RAW_CHARACTERS) {
        raw.write(b);
      }
      if (b == '{' && at > start && keys.contains(keyBehind(tape, at))) {
        tape.keepFrom(at);
        return of(at, at - start, text, raw);
      }
      text |= ",]}".indexOf(b) < 0 && !JsonRoots.isSpace((byte) b);
    }
    return of(-1, tape.place() - start, text, raw);
  }

  /** The first key of the object that begins at a place. */
  private static String keyBehind(Tape tape, long brace) throws IOException {
    tape.keepFrom(brace);
    int b = tape.read();
    while (JsonRoots.isSpace((byte) b) && tape.place() - brace < MOST_OF_A_KEY) {
      b = tape.read();
    }
    var key = new ByteArrayOutputStream();
    if (b == '"') {
      b = tape.read();
      while (b >= 0 && b != '"' && tape.place() - brace < MOST_OF_A_KEY) {
        key.write(b);
        b = tape.read();
      }
    }
    tape.backTo(brace + 1);
    tape.keepNothing();
    return b == '"' ? key.toString(StandardCharsets.UTF_8) : "";
  }

  private static JsonGap of(long next, long length, boolean text, ByteArrayOutputStream raw) {
    byte[] start = raw.toByteArray();
    return new JsonGap(
        next, length, text, Utf8.lenient(start, (int) Math.min(start.length, length)));
  }
}
