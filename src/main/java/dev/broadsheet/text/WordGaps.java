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

  /** Before the first word. */
  static final int NO_WORD = 0x80;

  private static final int CAPITAL = 1;

  private static final int CONNECTIVE = 2;

  /** In small letters, and no word that is within names. */
  private static final int SMALL = 4;

  private static final int POSSESSIVE = 8;
  private static final int ABBREVIATED = 16;

  /** An article is tied to its front: "l'Olympique". */
  private static final int ELIDED = 32;

  /** What is tied to it may connect names: "d'Ampezzo". */
  private static final int CONNECTED = 64;

  /** What matters of a word where something may be between it and another. */
  int kind(String word) {
    return (isCapital(word) ? CAPITAL : 0)
        | (PhraseWords.isConnective(word, language) ? CONNECTIVE : 0)
        | (isSmall(word) && !PARTICLES.contains(word) ? SMALL : 0)
        | (word.endsWith("'s") || word.endsWith("'S") ? POSSESSIVE : 0)
        | (ABBREVIATION.matcher(word).matches() ? ABBREVIATED : 0)
        | elision(word);
  }

  /** "battu l'Olympique" has an article between; "d'" connects names: "Cortina d'Ampezzo". */
  private int elision(String word) {
    int end = word.indexOf('\'');
    if (end <= 0 || !LanguageTable.of(language).elided().contains(small(word.substring(0, end)))) {
      return 0;
    }
    String bare = word.substring(end + 1);
    boolean connects = Surfaces.isElidedOf(word.substring(0, end + 1));
    return connects && !bare.isEmpty() && isCapital(bare) ? ELIDED | CONNECTED : ELIDED;
  }

  /**
   * Whether two words, without a word between them, are apart.
   *
   * @param word the {@link #kind} of the first, or {@link #NO_WORD}
   * @param from where in the text the first ends
   * @param to where the second begins
   * @param next the kind of the second
   */
  boolean isBetween(int word, String text, int from, int to, int next) {
    return is(word, NO_WORD)
        || !isNothing(word, text, from, to, next)
        || is(word, POSSESSIVE)
        || is(next, ELIDED) && !(is(next, CONNECTED) && is(word, CAPITAL))
        || isNewField(word, next)
        || is(word, CONNECTIVE) && !is(next, CAPITAL)
        || is(next, CONNECTIVE) && !is(word, CAPITAL);
  }

  private static boolean is(int word, int kind) {
    return (word & kind) != 0;
  }

  private static String small(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static boolean isNothing(int word, String text, int from, int to, int next) {
    if (to - from == 1 && text.charAt(from) == '-') {
      return true;
    }
    boolean dot = to - from > 1 && text.charAt(from) == '.' && is(word, ABBREVIATED);
    return isWhite(text, dot ? from + 1 : from, to) && !isLineEnd(text, from, to, next);
  }

  /** A line's end is a paragraph's, unless the next line goes on in lower case. */
  private static boolean isLineEnd(String text, int from, int to, int next) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        return is(next, CAPITAL) || PARAGRAPH_END.matcher(text).region(i, to).find();
      }
    }
    return false;
  }

  private static boolean isWhite(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!WhiteSpace.is(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** "12 cts Net 3.4 mln": notices begin a new field with a capital. German nouns have one too. */
  private boolean isNewField(int word, int next) {
    return !language.equals("de") && is(next, CAPITAL) && is(word, SMALL) && !is(word, CONNECTIVE);
  }

  private static boolean isSmall(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isCapital(String word) {
    return Character.isUpperCase(word.codePointAt(0));
  }
}
