package dev.broadsheet.text;

/** The start of a text, on one line, for people to see what it is. */
public final class Snippet {
  private static final int LONGEST = 200;

  /** White space counts in a text, but not in its snippet. */
  private static final int LOOKED_AT = 2 * LONGEST;

  private Snippet() {}

  /** Up to 200 characters, cut between words. */
  public static String of(String text) {
    String line = oneLine(start(text, LOOKED_AT));
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    String cut = start(line, LONGEST - 1);
    int space = cut.lastIndexOf(' ');
    return (space < 0 ? cut : cut.substring(0, space)) + "…";
  }

  /** With one space for any white space. */
  private static String oneLine(String text) {
    var line = new StringBuilder(text.length());
    boolean white = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean before = white;
      white = WhiteSpace.is(c);
      if (!white) {
        line.append(c);
      } else if (!before) {
        line.append(' ');
      }
    }
    return line.toString().strip();
  }

  /** The first code points of a text. */
  static String start(String text, int codePoints) {
    // Of a long text all that is behind them is not counted.
    boolean longer =
        text.length() > 2L * codePoints
            || text.length() > codePoints && text.codePointCount(0, text.length()) > codePoints;
    return longer ? text.substring(0, text.offsetByCodePoints(0, codePoints)) : text;
  }
}
