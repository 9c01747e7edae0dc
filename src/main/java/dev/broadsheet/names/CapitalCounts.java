package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.shuffle.TextCounts;
import dev.broadsheet.text.Nominals;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** What {@link Capitals} counts of a word, and where in a sentence. */
final class CapitalCounts {
  /** With a small letter. */
  static final int LOWER = 0;

  /** With a capital, inside a sentence; of two words in a row, the two. */
  static final int CAPITAL = 1;

  /** In capitals. */
  static final int UPPER = 2;

  /** With "'s". */
  static final int POSSESSIVE = 3;

  /** Behind "in". */
  static final int LOCATED = 4;

  /** Behind what determines nouns. */
  static final int DETERMINED = 5;

  /** Behind what only verbs follow. */
  static final int VERBAL = 6;

  /** Behind what determines nouns, and with none behind it that it might belong to. */
  static final int HEAD = 7;

  /** How many counts there are. */
  static final int COUNTS = 8;

  /** The most words and pairs to keep; the most frequent ones. */
  private static final int MOST = 300_000;

  private CapitalCounts() {}

  /**
   * Counts in one pass. What is returned is bounded, whatever the corpus.
   *
   * @param language ISO 639-1, of the texts
   * @param least a word or pair is known from so many occurrences with a capital; one in small
   *     letters from so many, where its use is counted
   */
  static Map<String, long[]> of(JavaRDD<NameBlock> texts, String language, int least) {
    boolean uses = WordOrder.of(language).isKnown();
    Map<String, long[]> counts = new HashMap<>();
    TextCounts.of(texts.map(block -> counted(block, language)))
        .filter(word -> capitals(word) >= least || uses && word._2()[LOWER] >= least)
        .takeOrdered(MOST, new MostFrequent())
        .forEach(word -> counts.put(word._1(), word._2()));
    return counts;
  }

  private static Map<String, long[]> counted(NameBlock block, String language) {
    Map<String, long[]> counts = new HashMap<>();
    add(block, counts, language);
    return counts;
  }

  private static long capitals(Tuple2<String, long[]> word) {
    return word._2()[CAPITAL] + word._2()[UPPER];
  }

  /** Adds the words and pairs of a block to counts. */
  static void add(NameBlock block, Map<String, long[]> counts, String language) {
    boolean nouns = Nominals.haveCapitals(language);
    var uses = new WordUses(block, counts, language);
    for (List<NameToken> sentence : (Iterable<NameBlock.Sentence>) block.sentences()::iterator) {
      NameToken earlier = null;
      NameToken before = null;
      NameToken capital = null;
      for (NameToken token : sentence) {
        capital = token.joined() ? capital : null;
        uses.next(token);
        if (token.form() == Form.LOWER) {
          long[] own = uses.own(token);
          own[LOWER]++;
          uses.count(before, token, own);
        } else {
          count(uses, counts, before, capital, token);
        }
        if (nouns
            && before != null
            && !isParticle(earlier)
            && token.capitalized()
            && !token.opening()
            && Determiners.are(before)) {
          add(counts, token.lower(), DETERMINED);
        }
        earlier = before;
        before = token;
        capital =
            token.capitalized() ? token : capital != null && token.isConnector() ? capital : null;
      }
      uses.end();
    }
  }

  private static void count(
      WordUses uses,
      Map<String, long[]> counts,
      NameToken before,
      NameToken capital,
      NameToken token) {
    String word = token.lower();
    if (token.form() == Form.NUMBER) {
      if (token.joined() && !token.text().isEmpty() && before.capitalized()) {
        add(counts, before.lower() + " " + token.text(), CAPITAL);
      }
    } else if (token.capitalized() && !token.opening()) {
      uses.own(token)[token.form() == Form.UPPER ? UPPER : CAPITAL]++;
      if (!token.tail().isEmpty()) {
        add(counts, word + "-", CAPITAL);
      }
      if (token.possessive()) {
        add(counts, word, POSSESSIVE);
      }
      if (before != null && token.joined() && before.text().equals("in")) {
        add(counts, word, LOCATED);
      }
      if (capital != null && !capital.opening()) {
        uses.pair(capital, token)[CAPITAL]++;
      }
    }
  }

  /** The counts of a word in lower case. */
  static long[] of(String word, Map<String, long[]> counts) {
    return counts.computeIfAbsent(word, w -> new long[COUNTS]);
  }

  private static void add(Map<String, long[]> counts, String word, int which) {
    of(word, counts)[which]++;
  }

  /** "von" in "von der Leyen", where "der" is no article. */
  private static boolean isParticle(NameToken token) {
    return token != null && NameWords.isParticle(token.lower());
  }

  /** With a capital, then with a small letter; of equal ones the first of the alphabet. */
  private static final class MostFrequent
      implements Comparator<Tuple2<String, long[]>>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<String, long[]> a, Tuple2<String, long[]> b) {
      int byCapitals = Long.compare(capitals(b), capitals(a));
      int bySmall = Long.compare(b._2()[LOWER], a._2()[LOWER]);
      return byCapitals != 0 ? byCapitals : bySmall != 0 ? bySmall : a._1().compareTo(b._1());
    }
  }
}
