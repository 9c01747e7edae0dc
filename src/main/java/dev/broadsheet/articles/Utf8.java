package dev.broadsheet.articles;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 as strictly as a table needs it. */
final class Utf8 {
  private Utf8() {}

  /** The text, without a byte order mark; empty if the bytes are not UTF-8. */
  static Optional<String> decode(byte[] bytes, int length) {
    boolean mark =
        length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = mark ? 3 : 0;
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, length - start))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text with U+FFFD for what is not UTF-8, for a person to look at. */
  static String lenient(byte[] bytes, int length) {
    return new String(
            bytes, 0, Math.min(length, 4 * RawRecord.RAW_CHARACTERS), StandardCharsets.UTF_8)
        .replace('\0', '\uFFFD');
  }
}
