package dev.broadsheet.text;

/**
 * Puts spaces where pages of the web lose them, for a dot or a colon each, so that places stay:
 * between sentences ("of the week.The river", "Note:the"), and between initials and a name.
 */
final class MissingSpaces {
  private MissingSpaces() {}

  /** Puts them into a text. */
  static void put(char[] text) {
    for (int i = 1; i + 1 < text.length; i++) {
      char c = text[i];
      if (c == '.' && isSentenceEnd(text, i) || c == ':' && isBetweenLetters(text, i)) {
        text[i] = ' ';
      }
    }
  }

  private static boolean isBetweenLetters(char[] text, int i) {
    return Character.isLetter(text[i - 1]) && Character.isLetter(text[i + 1]);
  }

  private static boolean isSentenceEnd(char[] text, int i) {
    return is(Character.UPPERCASE_LETTER, text, i + 1)
        && (is(Character.LOWERCASE_LETTER, text, i - 1)
            || is(Character.UPPERCASE_LETTER, text, i - 1)
                && is(Character.LOWERCASE_LETTER, text, i + 2));
  }

  private static boolean is(int type, char[] text, int i) {
    return i < text.length && Character.getType(text[i]) == type;
  }
}
