package dev.broadsheet.articles;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What two texts say the same by to the letter: case, white space and punctuation do not count. */
final class Letters {
  private static final int CHUNK = 2048;

  /** Which ASCII characters count. */
  private static final boolean[] ASCII = new boolean[0x80];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = isSeen(c);
    }
  }

  private Letters() {}

  /** SHA-256 of a text's letters, digits and other signs in small letters; null for none. */
  static String hash(String text) {
    MessageDigest digest = sha256();
    var letters = new StringBuilder(CHUNK + 2);
    boolean any = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < ASCII.length ? ASCII[c] : isSeen(c)) {
        letters.appendCodePoint(Character.toLowerCase(c));
        any = true;
      }
      if (letters.length() >= CHUNK) {
        digest.update(letters.toString().getBytes(StandardCharsets.UTF_8));
        letters.setLength(0);
      }
    }
    digest.update(letters.toString().getBytes(StandardCharsets.UTF_8));
    return any ? HexFormat.of().formatHex(digest.digest()) : null;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          false;
      default -> !Character.isWhitespace(c);
    };
  }

  /** Whether a text has so many words or more, parted by white space. */
  static boolean hasWords(String text, int least) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length() && words < least; i++) {
      char c = text.charAt(i);
      boolean white = Character.isWhitespace(c) || Character.isSpaceChar(c);
      words += white || inside ? 0 : 1;
      inside = !white;
    }
    return words >= least;
  }
}
