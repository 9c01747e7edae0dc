package dev.broadsheet.articles.cleaning;

/** Keeps a text from taking a parser of Markdown more time or memory than it has bytes. */
final class MarkdownBounds {
  /** A line does not open more blocks in one another than this. */
  private static final int DEEPEST = 100;

  /** A tag or address in angle brackets that is longer is none; the parser looks for its end. */
  private static final int LONGEST_TAG = 2000;

  private static final String LINE_STARTS = " \t>-+*";

  private MarkdownBounds() {}

  static String within(String text) {
    return closed(shallow(text));
  }

  /** Lines that begin with very many signs of quotations and lists lose these. */
  private static String shallow(String text) {
    var mended = new StringBuilder();
    int copied = 0;
    for (int line = 0; line < text.length(); line = behind(text, line)) {
      int at = line;
      int signs = 0;
      while (at < text.length() && LINE_STARTS.indexOf(text.charAt(at)) >= 0) {
        signs += " \t".indexOf(text.charAt(at)) < 0 ? 1 : 0;
        at++;
      }
      if (signs > DEEPEST) {
        mended.append(text, copied, line);
        copied = at;
      }
    }
    return copied == 0 ? text : mended.append(text, copied, text.length()).toString();
  }

  private static int behind(String text, int line) {
    int end = text.indexOf('\n', line);
    return end < 0 ? text.length() : end + 1;
  }

  /** Angle brackets that are not closed are characters. */
  private static String closed(String text) {
    var mended = new StringBuilder();
    int copied = 0;
    int end = -1;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      if (end < at) {
        end = text.indexOf('>', at);
        end = end < 0 ? Integer.MAX_VALUE : end;
      }
      if (end - at > LONGEST_TAG) {
        mended.append(text, copied, at).append("&lt;");
        copied = at + 1;
      }
    }
    return copied == 0 ? text : mended.append(text, copied, text.length()).toString();
  }
}
