package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/** What scripts do with words. */
final class Scripts {
  private static final Set<UnicodeScript> UNSPACED =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR);

  private Scripts() {}

  /** Whether words in the script of a character have no spaces between them. */
  static boolean isUnspaced(int codePoint) {
    return codePoint > 0x2ff && UNSPACED.contains(UnicodeScript.of(codePoint));
  }
}
