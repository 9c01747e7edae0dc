package dev.broadsheet.text;

/** The start of a text, on one line, for people to see what it is. */
public final class Snippet {
  private static final int LONGEST = 200;

  /** White space counts in a text, but not in its snippet. */
  private static final int LOOKED_AT = 2 * LONGEST;

  private Snippet() {}

  /** Up to 200 characters, cut between words. */
  public static String of(String text) {
    String line = start(text, LOOKED_AT).replaceAll("[\\s\\p{Z}]+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    String cut = start(line, LONGEST - 1);
    int space = cut.lastIndexOf(' ');
    return (space < 0 ? cut : cut.substring(0, space)) + "…";
  }

  /** The first code points of a text. */
  static String start(String text, int codePoints) {
    return text.length() <= codePoints
        ? text
        : text.substring(
            0,
            text.offsetByCodePoints(
                0, Math.min(codePoints, text.codePointCount(0, text.length()))));
  }
}
