package dev.broadsheet.articles.input;

import dev.broadsheet.articles.records.RawRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 as strictly as a table needs it. */
public final class Utf8 {
  private static final int LOOKED_AT = 1024;

  private Utf8() {}

  /** How many bytes a text takes. */
  public static long length(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Each half of a surrogate pair is two of its four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /** Whether it takes more bytes than so many. */
  public static boolean isLonger(String text, long bytes) {
    // No character takes more than three, so most texts need not be looked at.
    return 3L * text.length() > bytes && length(text) > bytes;
  }

  /** UTF-16, if a byte order mark says so, or zeros in every other place, but not between them. */
  public static Optional<Charset> marked(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    if (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
        ? Optional.of(StandardCharsets.UTF_16BE)
        : unmarked(bytes);
  }

  private static Optional<Charset> unmarked(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    int[] zeros = new int[2];
    for (int i = 0; i < length; i++) {
      if (bytes[i] == 0) {
        zeros[i & 1]++;
      }
    }
    boolean enough = length >= 16 && Math.max(zeros[0], zeros[1]) > length / 10;
    if (!enough || Math.min(zeros[0], zeros[1]) > 0) {
      return Optional.empty();
    }
    return Optional.of(zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  /** Where the text begins: behind a byte order mark, if there is one between these places. */
  public static int start(byte[] bytes, int from, int to) {
    boolean mark =
        to - from >= 3
            && bytes[from] == (byte) 0xEF
            && bytes[from + 1] == (byte) 0xBB
            && bytes[from + 2] == (byte) 0xBF;
    return mark ? from + 3 : from;
  }

  /** The text, without a byte order mark; empty if the bytes are not UTF-8. */
  public static Optional<String> decode(byte[] bytes, int length) {
    int start = start(bytes, 0, length);
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

  /** The text in an encoding, UTF-8 if there is none; empty if the bytes are not that. */
  public static Optional<String> decode(byte[] bytes, Optional<Charset> encoding) {
    if (encoding.isEmpty() || encoding.get().equals(StandardCharsets.UTF_8)) {
      return decode(bytes, bytes.length);
    }
    try {
      return Optional.of(
          encoding
              .get()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString()
              .replaceFirst("^\uFEFF", ""));
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** The text with U+FFFD for what is not UTF-8, for a person to look at. */
  public static String lenient(byte[] bytes, int length) {
    return new String(
            bytes, 0, Math.min(length, 4 * RawRecord.RAW_CHARACTERS), StandardCharsets.UTF_8)
        .replace('\0', '\uFFFD');
  }
}
