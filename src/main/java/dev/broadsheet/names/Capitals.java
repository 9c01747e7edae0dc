package dev.broadsheet.names;

import static dev.broadsheet.names.CapitalCounts.CAPITAL;
import static dev.broadsheet.names.CapitalCounts.DETERMINED;
import static dev.broadsheet.names.CapitalCounts.LOCATED;
import static dev.broadsheet.names.CapitalCounts.LOWER;
import static dev.broadsheet.names.CapitalCounts.POSSESSIVE;
import static dev.broadsheet.names.CapitalCounts.UPPER;

import dev.broadsheet.text.Nominals;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a corpus writes its words: with a small letter, or with a capital where the sentence does not
 * ask for one. The only evidence for names, so counted where it is one: in running text, inside
 * sentences. Of each two words with capitals in a row it is known how often they occur.
 *
 * <p>Where every noun has a capital, the word before tells: nouns have articles, numbers and
 * adjectives before them, which people and towns hardly ever have. Names that have an article, of
 * parties and some countries, are taken for nouns there, but for those in capitals.
 */
final class Capitals implements Serializable {
  private static final long serialVersionUID = 1;

  /** A noun has a word that determines it in more than one of so many places, */
  private static final int DETERMINED_ONE_IN = 10;

  /** and of so many places not all are without by chance. */
  private static final int ENOUGH = 8;

  /** A number that is part of a name is behind it in more than one of so many places. */
  private static final int NUMBERED_ONE_IN = 20;

  /** By word in lower case, or by "first second". */
  private final Map<String, long[]> counts;

  private final boolean nouns;

  /**
   * What was counted.
   *
   * @param language ISO 639-1, of the texts
   */
  Capitals(Map<String, long[]> counts, String language) {
    this.counts = new HashMap<>(counts);
    this.counts.values().removeIf(n -> n[CAPITAL] + n[UPPER] == 0);
    nouns = Nominals.haveCapitals(language);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private long count(String word, int which) {
    long[] n = counts.get(word);
    return n == null ? 0 : n[which];
  }

  private long pairs(String first, String second) {
    return count(lower(first) + " " + lower(second), CAPITAL);
  }

  private long capitals(String word) {
    return count(word, CAPITAL) + count(word, UPPER);
  }

  /** Whether a word is hardly ever written small, and with a capital inside sentences. */
  boolean isProper(String word) {
    String lower = lower(word);
    return capitals(lower) > 0
        && capitals(lower) >= 3 * count(lower, LOWER)
        && (!nouns || isAcronym(lower) || (capitals(lower) >= ENOUGH && !isNoun(word)));
  }

  /** Whether a word is mostly in capitals: "EU". */
  private boolean isAcronym(String lower) {
    return count(lower, UPPER) > count(lower, CAPITAL);
  }

  /** Whether a word with a capital is a noun, in a language where all nouns have one. */
  boolean isNoun(String word) {
    if (!nouns) {
      return false;
    }
    String lower = lower(word);
    return !isAcronym(lower)
        && (NameWords.isGermanNone(word)
            || DETERMINED_ONE_IN * count(lower, DETERMINED) > capitals(lower));
  }

  /** Whether nouns have a capital here, so that two in a row are no evidence. */
  boolean areOfNouns() {
    return nouns;
  }

  /** A name without the ending of its genitive: "Wien" for "Wiens". */
  String nominative(String word) {
    String without = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    return nouns && isProper(without) && capitals(lower(without)) > capitals(lower(word))
        ? without
        : word;
  }

  /** Whether a word is at least as often written with a capital inside sentences as small. */
  boolean isMostlyCapital(String word) {
    String lower = lower(word);
    return capitals(lower) > 0 && capitals(lower) >= count(lower, LOWER);
  }

  /** Whether these stand together with capitals inside sentences. */
  boolean arePair(String first, String second) {
    return pairs(first, second) > 0;
  }

  /** Whether the second word with a capital mostly has the first before it; not seen just once. */
  boolean isMostlyAfter(String first, String second) {
    return pairs(first, second) > 1 && 2 * pairs(first, second) > capitals(lower(second));
  }

  /** As "Gamble" is after "Procter and". */
  boolean isNearlyAlwaysAfter(String first, String second) {
    return pairs(first, second) > 2 && 5 * pairs(first, second) > 4 * capitals(lower(second));
  }

  /** Whether a word has another behind it oftener than a third before it. */
  boolean isOftenerBefore(String word, String behind, String before) {
    return pairs(word, behind) > pairs(before, word);
  }

  /** Whether the first word with a capital mostly has the second behind it; not seen just once. */
  boolean isMostlyBefore(String first, String second) {
    return pairs(first, second) > 1 && 2 * pairs(first, second) > capitals(lower(first));
  }

  /** Whether a number is part of the name before it: "Windows 10"; but hardly ever "Ford 10". */
  boolean isNumbered(String word, String number) {
    long together = pairs(word, number);
    return together > 2 && NUMBERED_ONE_IN * together > capitals(lower(word)) && isProper(word);
  }

  /**
   * Whether what is tied to a word in small letters is part of it, not seen just once: "Ki-moon",
   * not "Paris-based".
   */
  boolean isTied(String word) {
    long tied = count(lower(word) + "-", CAPITAL);
    return tied > 1 && 2 * tied > capitals(lower(word));
  }

  /** Whether it says what comes from somewhere: "Veshnian" where there is a "Veshnia". */
  boolean isDerived(String word) {
    return word.endsWith("ian") && isProper(word.substring(0, word.length() - 1));
  }

  /** Whether things happen in it. */
  boolean isPlace(String word) {
    String lower = lower(word);
    return 20 * count(lower, LOCATED) > capitals(lower);
  }

  /** Whether "'s" is part of it: "Moody's". */
  boolean isPossessive(String word) {
    String lower = lower(word);
    return capitals(lower) >= 10 && 10 * count(lower, POSSESSIVE) >= 9 * capitals(lower);
  }

  /** The commoner way to write a word in capitals: "Moscow" for "MOSCOW", "NATO" for "NATO". */
  String written(String upper) {
    String lower = lower(upper);
    return count(lower, CAPITAL) > count(lower, UPPER)
        ? upper.charAt(0) + lower.substring(1)
        : upper;
  }
}
