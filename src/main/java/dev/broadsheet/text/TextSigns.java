package dev.broadsheet.text;

import java.util.List;

/** What signs a text has, seen in one pass: most texts need few of {@link PlainText}'s patterns. */
final class TextSigns {
  /** One of these, or a sign of {@link #hasProgram}, is in each statement of a program. */
  private static final List<String> PROGRAM_WORDS =
      List.of("function", "null", "true", "false", "undefined", ":new ", ": new ");

  private boolean ascii = true;
  private boolean hyphen;
  private boolean address;
  private boolean program;
  private boolean capitalAndDigit;
  private boolean doubled;
  private char letter;

  TextSigns(String text) {
    // A character of a string costs a call where code is compiled in a hurry.
    char before = 0;
    for (char c : text.toCharArray()) {
      if (c >= 0x80) {
        ascii = false;
        // Among these are hyphens, full-width forms, capitals, and marks that make some.
        hyphen |= Character.getType(c) == Character.DASH_PUNCTUATION || c == 0xad || c >= 0xff00;
        address |= c >= 0xff00;
        capital(c);
        capitalAndDigit |= c >= 0xff00;
      } else if (c >= 'A' && c <= 'Z') {
        capital(c);
      } else if (c >= '0' && c <= '9') {
        capitalAndDigit |= Character.isUpperCase(before);
      } else {
        other(c, before);
      }
      before = c;
    }
  }

  /** The same capital twice, if perhaps with a mark of its own between. */
  private void capital(char c) {
    if (Character.getType(c) != Character.NON_SPACING_MARK) {
      doubled |= c == letter && Character.isUpperCase(c);
      letter = c;
    }
  }

  private void other(char c, char before) {
    letter = c;
    switch (c) {
      case '-' -> hyphen = true;
      case '@' -> address = true;
      case ':' -> address |= before == 'p' || before == 'P' || before == 's' || before == 'S';
      case '.' -> address |= before == 'w' || before == 'W';
      case '=', '{', ';' -> program = true;
      default -> {}
    }
  }

  boolean isAscii() {
    return ascii;
  }

  /** Whether there are hyphens, of whatever kind. */
  boolean hasHyphen() {
    return hyphen;
  }

  /** Whether there are capitals and digits beside each other. */
  boolean hasCapitalAndDigit() {
    return capitalAndDigit;
  }

  /** Whether there is a capital twice in a row. */
  boolean hasDoubled() {
    return doubled;
  }

  /**
   * Whether there may be an address of a page or a person: "Notes:" has signs of one, but no more.
   *
   * @param plain the text, its characters written in one way
   */
  boolean hasAddress(String plain) {
    return address
        && (plain.indexOf('@') >= 0
            || has(plain, "http", ':')
            || has(plain, "https", ':')
            || has(plain, "ftp", ':')
            || has(plain, "www", '.'));
  }

  /** Whether a word in any letters stands before a sign somewhere. */
  private static boolean has(String text, String word, char sign) {
    int length = word.length();
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      if (text.regionMatches(true, at - length, word, 0, length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether there may be a statement of a program: most texts with signs of one have none.
   *
   * @param plain as in {@link #hasAddress}
   */
  boolean hasProgram(String plain) {
    return program
        && (plain.indexOf('=') >= 0
            || plain.contains(");")
            || plain.contains(") ;")
            || PROGRAM_WORDS.stream().anyMatch(plain::contains));
  }
}
