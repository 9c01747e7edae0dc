package dev.broadsheet.articles;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * A broken place of a JSON file.
 *
 * @param next where the next record begins; -1 if there is none
 * @param length how many bytes lie before it
 * @param hasText whether these are more than commas, closing brackets and white space
 * @param raw how they begin
 */
record JsonGap(long next, long length, boolean hasText, String raw) {

  /**
   * Looks for the next record behind a place.
   *
   * @param key that records begin with; empty if none has been seen
   */
  static JsonGap find(FileBytes bytes, long start, String key) throws IOException {
    byte[] wanted = ("\"" + key + "\"").getBytes(StandardCharsets.UTF_8);
    var raw = new ByteArrayOutputStream();
    boolean text = false;
    long brace = -1;
    int matched = 0;
    try (InputStream in = bytes.openAt(start)) {
      long at = start;
      for (int b = in.read(); b >= 0; b = in.read(), at++) {
        if (raw.size() < 4 * RawRecord.RAW_CHARACTERS) {
          raw.write(b);
        }
        if (brace >= 0 && b == wanted[matched]) {
          matched++;
          if (matched == wanted.length) {
            return of(brace, brace - start, text, raw);
          }
        } else if (matched > 0 || !JsonRoots.isSpace((byte) b)) {
          text |= brace >= 0;
          brace = b == '{' && at > start && !key.isEmpty() ? at : -1;
          matched = 0;
        }
        text |= brace < 0 && ",]}".indexOf(b) < 0 && !JsonRoots.isSpace((byte) b);
      }
      return of(-1, at - start, text || brace >= 0, raw);
    }
  }

  private static JsonGap of(long next, long length, boolean text, ByteArrayOutputStream raw) {
    byte[] start = raw.toByteArray();
    return new JsonGap(
        next, length, text, Utf8.lenient(start, (int) Math.min(start.length, length)));
  }
}
