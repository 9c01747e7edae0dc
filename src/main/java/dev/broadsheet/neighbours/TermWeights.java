package dev.broadsheet.neighbours;

import java.util.stream.IntStream;

/** How much each term of an article counts in comparisons: sublinear TF-IDF of length 1. */
public final class TermWeights {
  /** 1 + ln count of small counts, which most are. */
  private static final double[] SUBLINEAR =
      IntStream.range(0, 64).mapToDouble(count -> 1 + StrictMath.log(count)).toArray();

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
    double length = length(terms, counts, idf);
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(counts[i], idf[terms[i]]) / length;
    }
    return weights;
  }

  /** The weight of a term before it is divided by the {@link #length} of all. */
  public static double weight(int count, double idf) {
    return (count < SUBLINEAR.length ? SUBLINEAR[count] : 1 + StrictMath.log(count)) * idf;
  }

  /** The square root of the sum of the squares of all weights. */
  public static double length(int[] terms, int[] counts, double[] idf) {
    double squares = 0;
    for (int i = 0; i < terms.length; i++) {
      double weight = weight(counts[i], idf[terms[i]]);
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  }

  /**
   * The places of the largest weights, the largest first; of equal ones the first is before.
   *
   * @param most how many at most
   */
  public static int[] best(double[] weights, int most) {
    int[] best = new int[Math.min(most, weights.length)];
    int size = 0;
    for (int i = 0; i < weights.length; i++) {
      int place = size;
      while (place > 0 && weights[best[place - 1]] < weights[i]) {
        place--;
      }
      if (place < best.length) {
        size = Math.min(size + 1, best.length);
        System.arraycopy(best, place, best, place + 1, size - place - 1);
        best[place] = i;
      }
    }
    return best;
  }
}
