package dev.broadsheet.names;

import static dev.broadsheet.names.CapitalCounts.DETERMINED;
import static dev.broadsheet.names.CapitalCounts.HEAD;
import static dev.broadsheet.names.CapitalCounts.LOWER;
import static dev.broadsheet.names.CapitalCounts.VERBAL;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which words a corpus uses as nouns, and which otherwise, by the words around them ({@link
 * WordOrder}), without a tagger. A verb is behind "to" and its like oftener than behind what
 * determines nouns; a noun is determined in some of its places; and an adjective that is determined
 * has a noun behind it.
 *
 * <p>Of words that are too seldom where that tells, nothing is known; so of all words of a language
 * whose small words are not known.
 */
public final class WordUse {
  /** Nothing is known. */
  public static final WordUse UNKNOWN = new WordUse(Map.of(), "");

  /** A verb is one in so many places; fewer may be chance. */
  private static final int VERBS = 2;

  /** A third person is one in so many places, */
  private static final int PERSONS = 3;

  /** in one of so many, */
  private static final int PERSON_ONE_IN = 5;

  /** and so many times oftener than it is determined, since "rivals" have names behind them. */
  private static final int PERSON_TIMES = 3;

  /** Of so many places of a noun not all are without what determines it by chance, */
  private static final int ENOUGH = 5;

  /** since more than one of so many has that. */
  private static final int DETERMINED_ONE_IN = 20;

  /** A noun that is determined in so many places */
  private static final int PLACES = 8;

  /** has no other behind it in more than one of so many. */
  private static final int HEAD_ONE_IN = 10;

  private final Set<String> verbs = new HashSet<>();
  private final Set<String> nouns = new HashSet<>();
  private final Set<String> attributes = new HashSet<>();
  private final Set<String> others = new HashSet<>();
  private final WordOrder order;
  private final boolean english;

  /**
   * Learns from what was counted.
   *
   * @param counts by word, of {@link CapitalCounts}
   * @param language ISO 639-1, of the texts
   */
  WordUse(Map<String, long[]> counts, String language) {
    english = language.equals("en");
    order = WordOrder.of(language);
    if (order.isKnown()) {
      counts.forEach(this::learn);
    }
  }

  private void learn(String word, long[] n) {
    if (order.isThirdPerson(word) ? isPerson(n) : isVerbal(n)) {
      verbs.add(word);
    } else if (isHardlyDetermined(n)) {
      others.add(word);
    } else if (n[DETERMINED] >= PLACES && HEAD_ONE_IN * n[HEAD] < n[DETERMINED]) {
      attributes.add(word);
    } else if (n[DETERMINED] > 0) {
      nouns.add(word);
    }
  }

  private static boolean isVerbal(long[] n) {
    return n[VERBAL] >= VERBS && n[VERBAL] > n[DETERMINED];
  }

  private static boolean isPerson(long[] n) {
    return n[VERBAL] >= PERSONS
        && PERSON_ONE_IN * n[VERBAL] >= n[LOWER]
        && n[VERBAL] > PERSON_TIMES * n[DETERMINED];
  }

  /** English has nouns before nouns: "oil prices" hardly ever have an article between them. */
  private boolean isHardlyDetermined(long[] n) {
    return !english && n[LOWER] >= ENOUGH && DETERMINED_ONE_IN * n[DETERMINED] < n[LOWER];
  }

  /** Whether a term, as it is shown, may be a noun, as far as the corpus tells. */
  public boolean mayBeNoun(String term) {
    return mayBeNominal(term) && !attributes.contains(term);
  }

  /**
   * Whether it may be a noun, or what stands before nouns and is determined with them. A phrase is
   * none with a verb in it; in English, where many nouns are verbs too, with one that is nothing
   * else behind its noun: "minister says", but "rate cut".
   */
  public boolean mayBeNominal(String term) {
    if (term.indexOf(' ') < 0) {
      return !isVerb(term) && !others.contains(term);
    }
    if (english) {
      String last = term.substring(term.lastIndexOf(' ') + 1);
      return !(order.isThirdPerson(last) && isVerb(last));
    }
    return Arrays.stream(term.split(" ")).noneMatch(this::isVerb);
  }

  private boolean isVerb(String word) {
    return verbs.contains(word) || isThirdPerson(word) || isUnknownVerb(word);
  }

  /** What ends as verbs do, and is never determined, is one. */
  private boolean isUnknownVerb(String word) {
    return order.hasVerbEnding(word) && !nouns.contains(word) && !attributes.contains(word);
  }

  /** English "wins" has its subject before it, where no small word tells; so "to win" does. */
  private boolean isThirdPerson(String word) {
    return order.isThirdPerson(word)
        && !nouns.contains(word)
        && verbs.contains(word.substring(0, word.length() - 1));
  }
}
