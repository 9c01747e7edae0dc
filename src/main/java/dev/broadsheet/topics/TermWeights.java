package dev.broadsheet.topics;

/** How much each term of an article counts in comparisons: sublinear TF-IDF of length 1. */
public final class TermWeights {
  private TermWeights() {}

  /**
   * (1 + ln count) · idf of each term of an article, divided by the length of all.
   *
   * @param terms places in the vocabulary
   * @param counts of these, above 0
   * @param idf of the vocabulary
   */
  public static double[] tfidf(int[] terms, int[] counts, double[] idf) {
    double[] weights = new double[terms.length];
    double squares = 0;
    for (int i = 0; i < terms.length; i++) {
      weights[i] = (counts[i] == 1 ? 1 : 1 + StrictMath.log(counts[i])) * idf[terms[i]];
      squares += weights[i] * weights[i];
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= length;
    }
    return weights;
  }
}
