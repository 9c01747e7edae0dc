package dev.broadsheet.names;

/** What capitals, small letters and digits say of a word. */
final class LetterCase {
  private LetterCase() {}

  /** Whether a word has a capital at a place, from 0 on. */
  static boolean isUpper(String word, int i) {
    return i < word.length() && Character.isUpperCase(word.charAt(i));
  }

  /** Whether a word has several letters, and none in small. */
  static boolean isAllUpper(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return word.length() > 1;
  }

  /** Whether a word has a digit. */
  static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** "iPhone", "eBay", "iOS"; but "kHz" is a unit. */
  static boolean isBrand(String word) {
    int last = word.length() - 1;
    return last >= 2
        && Character.isLowerCase(word.charAt(0))
        && word.charAt(1) >= 'A'
        && word.charAt(1) <= 'Z'
        && (last > 2 || isUpper(word, last));
  }

  /** "F-16" for "F-16s". */
  static String singular(String word) {
    int end = word.length() - 1;
    boolean plural = end > 0 && word.charAt(end) == 's' && Character.isDigit(word.charAt(end - 1));
    return plural ? word.substring(0, end) : word;
  }
}
