package dev.broadsheet.text;

import java.util.Map;

/**
 * How much the parts of a phrase belong together, by normalised pointwise mutual information (Bouma
 * 2009). For x and y of n(x) and n(y) documents, side by side in n(xy), and N the words of all
 * documents, each counted once a document: ln(n(xy) · N / (n(x) · n(y))) / −ln(n(xy) / N). It is 1
 * for parts that are never apart.
 */
final class Association {
  private final Map<String, Long> counts;
  private final double all;

  /**
   * By the documents of words and phrases.
   *
   * @param counts in how many documents each is
   */
  Association(Map<String, Long> counts) {
    this.counts = counts;
    this.all =
        counts.entrySet().stream()
            .filter(count -> PhraseKey.words(count.getKey()) == 1)
            .mapToLong(Map.Entry::getValue)
            .sum();
  }

  /**
   * The association of a phrase's parts; where it can be divided in two ways, the smaller one.
   *
   * @param documents in how many the phrase is
   */
  double npmi(String phrase, long documents) {
    return PhraseKey.parts(phrase).stream()
        .filter(p -> counts.containsKey(p.left()) && counts.containsKey(p.right()))
        .mapToDouble(p -> npmi(counts.get(p.left()), counts.get(p.right()), documents))
        .min()
        .orElse(-1);
  }

  private double npmi(long left, long right, long both) {
    return StrictMath.log(both / (double) left * (all / right)) / -StrictMath.log(both / all);
  }
}
