package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a text by its script, where the script is that of one language of news: certain
 * from a few words on, while a detector asks for a paragraph.
 */
final class ScriptLanguages {
  /** Fewer letters are a name or a quotation. */
  private static final int LETTERS = 10;

  /** So much of all letters are of the one script; brands and names may be Latin. */
  private static final double MOST = 0.7;

  /** So much of a Japanese text is kana; a Chinese one quotes less. */
  private static final double KANA = 0.1;

  private static final Map<UnicodeScript, String> LANGUAGES =
      Map.ofEntries(
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.LAO, "lo"),
          Map.entry(UnicodeScript.KHMER, "km"),
          Map.entry(UnicodeScript.MYANMAR, "my"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARMENIAN, "hy"),
          Map.entry(UnicodeScript.GEORGIAN, "ka"),
          Map.entry(UnicodeScript.TAMIL, "ta"),
          Map.entry(UnicodeScript.TELUGU, "te"),
          Map.entry(UnicodeScript.KANNADA, "kn"),
          Map.entry(UnicodeScript.MALAYALAM, "ml"),
          Map.entry(UnicodeScript.SINHALA, "si"),
          Map.entry(UnicodeScript.GUJARATI, "gu"),
          Map.entry(UnicodeScript.GURMUKHI, "pa"));

  private ScriptLanguages() {}

  /**
   * The ISO 639-1 code; empty for scripts of several languages and for texts of several scripts.
   */
  static Optional<String> of(String text) {
    if (text.chars().noneMatch(c -> c >= 0x370)) {
      return Optional.empty();
    }
    var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana >= Math.max(1, KANA * all)) {
      int japanese = kana + letters.getOrDefault(UnicodeScript.HAN, 0);
      return isMost(japanese, all) ? Optional.of("ja") : Optional.empty();
    }
    return letters.entrySet().stream()
        .filter(script -> isMost(script.getValue(), all))
        .findFirst()
        .flatMap(script -> Optional.ofNullable(LANGUAGES.get(script.getKey())));
  }

  private static boolean isMost(int letters, int all) {
    return letters >= LETTERS && letters >= MOST * all;
  }
}
