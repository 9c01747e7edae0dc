package dev.broadsheet.text;

/** What is between words: spaces of all widths and kinds, and what ends lines. */
final class WhiteSpace {
  private WhiteSpace() {}

  /** Whether a character is white space, also one at which no line may be broken. */
  static boolean is(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }
}
