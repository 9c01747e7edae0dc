package dev.broadsheet.names;

/** Lines that end where they are full, not where a paragraph ends. */
final class WrappedLines {
  private WrappedLines() {}

  /** Whether most lines go on in small letters. */
  static boolean are(String text) {
    int ends = 0;
    int goOn = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      int next = end + 1;
      while (next < text.length() && text.charAt(next) == ' ') {
        next++;
      }
      if (next < text.length() && Character.isLetter(text.charAt(next))) {
        ends++;
        goOn += Character.isLowerCase(text.charAt(next)) ? 1 : 0;
      }
    }
    return 2 * goOn > ends;
  }
}
