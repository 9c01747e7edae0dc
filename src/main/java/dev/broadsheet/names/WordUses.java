package dev.broadsheet.names;

import static dev.broadsheet.names.CapitalCounts.DETERMINED;
import static dev.broadsheet.names.CapitalCounts.HEAD;
import static dev.broadsheet.names.CapitalCounts.VERBAL;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.PairMap;
import dev.broadsheet.text.WordAnalyzer;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;

/**
 * The counts of a block's words, looked up once a block. Counts for {@link WordUse} where words in
 * small letters stand, a sentence word by word.
 */
final class WordUses {
  private static final long[] NOTHING = {};

  private final Map<String, long[]> counts;
  private final WordOrder order;
  private final CharArraySet functionWords;

  /** What was asked of a word already; then what it is. */
  private static final int ASKED = 1;

  private static final int FUNCTION = 2;
  private static final int OBJECT = 4;
  private static final int THIRD_PERSON = 8;
  private static final int TIED = 16;

  /** By places of the block: counts of the word, what it is, and what is right behind it. */
  private final long[][] own;

  private final byte[] kinds;

  private final WordOrder.Behind[] behind;

  /** By two places, the counts of both. */
  private final PairMap<long[]> pairs = new PairMap<>();

  /** The counts of what the last word is, if it is determined. */
  private long[] determined = NOTHING;

  /** The counts of what the last word is, if it may be a verb that has its object behind it. */
  private long[] transitive = NOTHING;

  WordUses(NameBlock block, Map<String, long[]> counts, String language) {
    this.counts = counts;
    this.own = new long[block.words()][];
    this.kinds = new byte[block.words()];
    this.behind = new WordOrder.Behind[block.words()];
    this.order = WordOrder.of(language);
    this.functionWords = WordAnalyzer.functionWords(language);
  }

  /** The counts of a word in lower case. */
  long[] own(NameToken token) {
    if (own[token.place()] == null) {
      own[token.place()] = CapitalCounts.of(token.lower(), counts);
    }
    return own[token.place()];
  }

  /** The counts of two words with capitals. */
  long[] pair(NameToken first, NameToken second) {
    long places = PairMap.pair(first.place(), second.place());
    long[] known = pairs.get(places);
    if (known == null) {
      known = CapitalCounts.of(first.lower() + " " + second.lower(), counts);
      pairs.put(places, known);
    }
    return known;
  }

  private WordOrder.Behind behind(NameToken token) {
    if (behind[token.place()] == null) {
      behind[token.place()] = order.behind(token.lower());
    }
    return behind[token.place()];
  }

  /** Sees the next word. */
  void next(NameToken token) {
    if (determined != NOTHING) {
      if (!token.joined() || is(token, FUNCTION)) {
        determined[HEAD]++;
      }
      determined = NOTHING;
    }
    if (transitive != NOTHING) {
      if (token.joined() && (token.capitalized() || is(token, OBJECT))) {
        transitive[VERBAL]++;
      }
      transitive = NOTHING;
    }
  }

  /** The sentence ends. */
  void end() {
    transitive = NOTHING;
    if (determined != NOTHING) {
      determined[HEAD]++;
      determined = NOTHING;
    }
  }

  private boolean is(NameToken token, int kind) {
    if (kinds[token.place()] == 0) {
      kinds[token.place()] = kinds(token);
    }
    return (kinds[token.place()] & kind) != 0;
  }

  private byte kinds(NameToken token) {
    boolean function = token.form() == Form.LOWER && functionWords.contains(token.text());
    return (byte)
        (ASKED
            | (function ? FUNCTION : 0)
            | (order.isObject(token.lower()) ? OBJECT : 0)
            | (order.isThirdPerson(token.text()) ? THIRD_PERSON : 0)
            | (token.text().indexOf('\'') >= 0 ? TIED : 0));
  }

  /**
   * Counts a word in small letters.
   *
   * @param before the word before it; null for none
   * @param own its counts
   */
  void count(NameToken before, NameToken token, long[] own) {
    if (!order.isKnown()) {
      return;
    }
    if (is(token, TIED)) {
      int elision = token.text().indexOf('\'') + 1;
      String word = token.text().substring(elision);
      if (!word.isEmpty() && order.isElidedArticle(token.text().substring(0, elision))) {
        determine(CapitalCounts.of(word, counts));
      }
    } else if (before != null && token.joined()) {
      transitive = is(token, THIRD_PERSON) ? own : NOTHING;
      switch (behind(before)) {
        case NOUN -> determine(own);
        case VERB -> own[VERBAL]++;
        case EITHER -> {}
      }
    }
  }

  private void determine(long[] word) {
    word[DETERMINED]++;
    determined = word;
  }
}
