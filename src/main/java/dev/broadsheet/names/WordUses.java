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
  private final Map<String, long[]> counts;
  private final WordOrder order;
  private final CharArraySet functionWords;

  /** What is determined, so far; "" for none. */
  private String determined = "";

  WordUses(Map<String, long[]> counts, String language) {
    this.counts = counts;
    this.order = WordOrder.of(language);
    this.functionWords = WordAnalyzer.functionWords(language);
  }

  /**
   * Counts the next word.
   *
   * @param before the word before it; null for none
   */
  void add(NameToken before, NameToken token) {
    if (!order.isKnown()) {
      return;
    }
    if (!determined.isEmpty() && (!token.joined() || isFunctionWord(token))) {
      CapitalCounts.add(counts, determined, HEAD);
    }
    determined = "";
    if (token.form() == Form.LOWER) {
      use(before, token);
    }
  }

  /** The sentence ends. */
  void end() {
    if (!determined.isEmpty()) {
      CapitalCounts.add(counts, determined, HEAD);
    }
    determined = "";
  }

  private boolean isFunctionWord(NameToken token) {
    return token.form() == Form.LOWER && functionWords.contains(token.text());
  }

  private void use(NameToken before, NameToken token) {
    String word = token.text();
    int elision = word.indexOf('\'') + 1;
    if (elision > 0) {
      if (elision < word.length() && order.isElidedArticle(word.substring(0, elision))) {
        determine(word.substring(elision));
      }
    } else if (before != null && token.joined()) {
      String opener = before.text().toLowerCase(Locale.ROOT);
      if (order.opensNouns(opener)) {
        determine(word);
      } else if (order.opensVerbs(opener)) {
        CapitalCounts.add(counts, word, VERBAL);
      }
    }
  }

  private void determine(String word) {
    CapitalCounts.add(counts, word, DETERMINED);
    determined = word;
  }
}
