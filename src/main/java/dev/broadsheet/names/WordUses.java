package dev.broadsheet.names;

import static dev.broadsheet.names.CapitalCounts.DETERMINED;
import static dev.broadsheet.names.CapitalCounts.HEAD;
import static dev.broadsheet.names.CapitalCounts.VERBAL;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.WordAnalyzer;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;

/** Counts for {@link WordUse} where words in small letters stand, a sentence word by word. */
final class WordUses {
  private static final long[] NOTHING = {};

  private final Map<String, long[]> counts;
  private final WordOrder order;
  private final CharArraySet functionWords;

  /** The counts of what the last word is, if it is determined. */
  private long[] determined = NOTHING;

  /** The counts of what the last word is, if it may be a verb that has its object behind it. */
  private long[] transitive = NOTHING;

  WordUses(Map<String, long[]> counts, String language) {
    this.counts = counts;
    this.order = WordOrder.of(language);
    this.functionWords = WordAnalyzer.functionWords(language);
  }

  /** Sees the next word. */
  void next(NameToken token) {
    if (determined != NOTHING) {
      if (!token.joined() || isFunctionWord(token)) {
        determined[HEAD]++;
      }
      determined = NOTHING;
    }
    if (transitive != NOTHING) {
      if (token.joined() && (token.capitalized() || order.isObject(small(token)))) {
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

  private boolean isFunctionWord(NameToken token) {
    return token.form() == Form.LOWER && functionWords.contains(token.text());
  }

  /**
   * Counts a word in small letters.
   *
   * @param before the word before it; null for none
   * @param own its counts
   */
  void count(NameToken before, NameToken token, long[] own) {
    int elision = token.text().indexOf('\'') + 1;
    if (!order.isKnown()) {
      return;
    }
    if (elision > 0) {
      String word = token.text().substring(elision);
      if (!word.isEmpty() && order.isElidedArticle(token.text().substring(0, elision))) {
        determine(CapitalCounts.of(word, counts));
      }
    } else if (before != null && token.joined()) {
      transitive = order.isThirdPerson(token.text()) ? own : NOTHING;
      switch (order.behind(small(before))) {
        case NOUN -> determine(own);
        case VERB -> own[VERBAL]++;
        case EITHER -> {}
      }
    }
  }

  private static String small(NameToken token) {
    return token.form() == Form.LOWER ? token.text() : token.text().toLowerCase(Locale.ROOT);
  }

  private void determine(long[] word) {
    word[DETERMINED]++;
    determined = word;
  }
}
