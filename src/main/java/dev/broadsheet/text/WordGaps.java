package dev.broadsheet.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells words that stand next to each other from those that something comes between: a sentence's
 * or a paragraph's end, a comma, a bracket, a possessive. A hyphen within a word is nothing.
 * Connectives stand next to names only ("Bank of England"): of other words they connect any.
 *
 * @param language ISO 639-1
 */
record WordGaps(String language) {
  private static final Pattern PARAGRAPH_END = Pattern.compile("\\n\\s*\\n");

  /** "U.S", "Gov", "St": the point after it ends no sentence. */
  private static final Pattern ABBREVIATION =
      Pattern.compile("(\\p{L}\\.)+\\p{L}|\\p{Lu}\\p{Ll}{1,2}");

  /** "von der Leyen", "bin Laden". */
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "bin", "ibn", "van", "von", "der", "den", "de", "del", "della", "di", "da",
          "du", "des", "la", "le", "ter", "ten");

  /**
   * Whether two words, without a word between them, are apart.
   *
   * @param word empty before the first word
   * @param between the text from the first to the second
   */
  boolean isBetween(String word, String between, String next) {
    return word.isEmpty()
        || !isNothing(word, between, next)
        || word.endsWith("'s")
        || word.endsWith("'S")
        || isElided(word, next)
        || isNewField(word, next)
        || isConnective(word) && !isCapital(next)
        || isConnective(next) && !isCapital(word);
  }

  /** "battu l'Olympique" has an article between; "d'" connects names: "Cortina d'Ampezzo". */
  private boolean isElided(String word, String next) {
    int end = next.indexOf('\'');
    if (end <= 0 || !LanguageTable.of(language).elided().contains(small(next.substring(0, end)))) {
      return false;
    }
    String bare = next.substring(end + 1);
    boolean connects = Surfaces.isElidedOf(next.substring(0, end + 1));
    return !(connects && !bare.isEmpty() && isCapital(bare) && isCapital(word));
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** A line's end is a paragraph's, unless the next line goes on in lower case. */
  private static boolean isNothing(String word, String between, String next) {
    if (between.indexOf('\n') >= 0 && (isCapital(next) || PARAGRAPH_END.matcher(between).find())) {
      return false;
    }
    return between.equals("-")
        || isWhite(between, 0)
        || between.startsWith(".")
            && between.length() > 1
            && isWhite(between, 1)
            && ABBREVIATION.matcher(word).matches();
  }

  private static boolean isWhite(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (!WhiteSpace.is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** "12 cts Net 3.4 mln": notices begin a new field with a capital. German nouns have one too. */
  private boolean isNewField(String word, String next) {
    return !language.equals("de")
        && isCapital(next)
        && isSmall(word)
        && !isConnective(word)
        && !PARTICLES.contains(word);
  }

  private static boolean isSmall(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isConnective(String word) {
    return PhraseWords.isConnective(word, language);
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }
}
