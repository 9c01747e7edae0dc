package dev.broadsheet.articles.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What two texts say the same by to the letter: case, white space and punctuation do not count. */
public final class Letters {
  private static final int CHUNK = 2048;
  private static final int LONGEST_IN_UTF8 = 4;
  private static final byte UNSEEN = -1;

  /** ASCII characters in small letters, where they count. */
  private static final byte[] ASCII = new byte[0x80];

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = isSeen(c) ? (byte) Character.toLowerCase(c) : UNSEEN;
    }
  }

  private Letters() {}

  /** SHA-256 of a text's letters, digits and other signs in small letters; null for none. */
  public static String hash(String text) {
    MessageDigest digest = sha256();
    char[] signs = text.toCharArray();
    byte[] letters = new byte[CHUNK];
    int count = 0;
    boolean any = false;
    for (int i = 0; i < signs.length; ) {
      char c = signs[i];
      if (c < ASCII.length) {
        i++;
        if (ASCII[c] != UNSEEN) {
          letters[count++] = ASCII[c];
        }
      } else {
        int letter = Character.codePointAt(signs, i);
        i += Character.charCount(letter);
        if (isSeen(letter)) {
          byte[] small = Character.toString(Character.toLowerCase(letter)).getBytes(UTF_8);
          System.arraycopy(small, 0, letters, count, small.length);
          count += small.length;
        }
      }
      if (count > CHUNK - LONGEST_IN_UTF8) {
        digest.update(letters, 0, count);
        count = 0;
        any = true;
      }
    }
    digest.update(letters, 0, count);
    return any || count > 0 ? HexFormat.of().formatHex(digest.digest()) : null;
  }

  public static MessageDigest sha256() {
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
  public static boolean hasWords(String text, int least) {
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
