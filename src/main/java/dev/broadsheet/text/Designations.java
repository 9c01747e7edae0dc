package dev.broadsheet.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** What people call a thing by that has letters and a number: "G7", "H5N1", "A380", "F-16". */
public final class Designations {
  /** Letters of a word, rather than of an abbreviation. */
  private static final int WORD = 3;

  private static final Pattern SHAPE =
      Pattern.compile(
          "\\p{Lu}{1,4}\\d{1,4}\\p{Lu}?|\\p{Lu}\\d{1,2}\\p{Lu}\\d{1,2}|\\d[\\p{Lu}&&[^ABCFHKMPTVW]]"
              + "|(\\p{Lu}{5,}|\\p{Lu}\\p{Ll}{3,})\\d{1,2}|\\p{L}+-\\d{1,3}");

  /** Quarters, halves and fiscal years. */
  private static final Pattern PERIOD = Pattern.compile("Q[1-4]|H[12]|FY\\d+|\\dQ\\d*");

  private Designations() {}

  /**
   * Whether a word is one: "Covid-19" is, "mid-90" and "March12" are none.
   *
   * @param language ISO 639-1, of the text
   */
  public static boolean are(String word, String language) {
    if (!SHAPE.matcher(word).matches() || PERIOD.matcher(word).matches()) {
      return false;
    }
    String letters = word.replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
    return letters.length() < WORD || !StopWords.of(language).contains(letters);
  }
}
