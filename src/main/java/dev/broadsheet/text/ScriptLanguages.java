package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * The language of a text by its script, where the script is that of one language of news: certain
 * from a few words on, while a detector asks for a paragraph. Arabic and Persian share their
 * script, but not their letters: Persian writes "k" and "y" in another way and has four more, and
 * Urdu, Kurdish and others have more than these.
 */
final class ScriptLanguages {
  /** Fewer letters are a name or a quotation. */
  private static final int LETTERS = 10;

  /** So much of all letters are of the one script; brands and names may be Latin. */
  private static final double MOST = 0.7;

  /** So much of a Japanese text is kana; a Chinese one quotes less. */
  private static final double KANA = 0.1;

  /** The last letter of the Arabic alphabet; those of other languages are behind it. */
  private static final char LAST_ARABIC = '\u064a';

  /** Those of Persian: keheh, yeh, peh, tcheh, jeh, gaf. */
  private static final String PERSIAN = "\u06a9\u06cc\u067e\u0686\u0698\u06af";

  /** Kaf, yeh, and the endings that the other languages write otherwise. */
  private static final String ARABIC_ONLY = "\u0643\u064a\u0629\u0649";

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
        .flatMap(script -> language(script.getKey(), text));
  }

  private static Optional<String> language(UnicodeScript script, String text) {
    return script == UnicodeScript.ARABIC
        ? arabicOrPersian(text)
        : Optional.ofNullable(LANGUAGES.get(script));
  }

  private static Optional<String> arabicOrPersian(String text) {
    boolean arabic = false;
    boolean persian = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      arabic |= ARABIC_ONLY.indexOf(c) >= 0;
      if (c > LAST_ARABIC && Character.isLetter(c) && UnicodeScript.of(c) == UnicodeScript.ARABIC) {
        if (PERSIAN.indexOf(c) < 0) {
          return Optional.empty();
        }
        persian = true;
      }
    }
    return arabic == persian ? Optional.empty() : Optional.of(arabic ? "ar" : "fa");
  }

  private static boolean isMost(int letters, int all) {
    return letters >= LETTERS && letters >= MOST * all;
  }
}
