package dev.broadsheet.topics.description;

import dev.broadsheet.nmf.BinaryLogarithm;
import java.util.stream.IntStream;

/** How far topics are from each other. */
public final class TopicDistances {
  private TopicDistances() {}

  /**
   * The Jensen–Shannon distances of all pairs of topics: the square root of the divergence in bits,
   * which is a metric (Endres and Schindelin 2003). 0 is the same topic, 1 is no term in common.
   *
   * <p>With h(x) = x log₂ x the divergence of p and q is 1 + ½ Σ h(p) + ½ Σ h(q) − ½ Σ h(p + q).
   * The first sums are computed once for each topic, so that a pair costs a logarithm a term. No
   * term is left out. Below 10⁻⁷ a distance may be what rounding left.
   *
   * @param termProbabilities k × V: p(term | topic); each row adds up to 1, or is all 0 for a topic
   *     without terms, which is at 1 from all others
   * @return k × k, symmetric, in 0..1, the diagonal 0
   */
  public static double[][] jensenShannon(double[][] termProbabilities) {
    int k = termProbabilities.length;
    double[] sums = new double[k];
    IntStream.range(0, k)
        .parallel()
        .forEach(i -> sums[i] = sum(termProbabilities[i], new double[termProbabilities[i].length]));
    double[][] distances = new double[k][k];
    IntStream.range(1, k)
        .parallel()
        .forEach(
            i -> {
              for (int j = 0; j < i; j++) {
                double together = sum(termProbabilities[i], termProbabilities[j]);
                double divergence = 1 + (sums[i] + sums[j] - together) / 2;
                distances[i][j] = StrictMath.sqrt(Math.max(0, Math.min(1, divergence)));
                distances[j][i] = distances[i][j];
              }
            });
    return distances;
  }

  /** Σ h(p + q), in the order of the terms, even and odd ones apart because that is faster. */
  private static double sum(double[] p, double[] q) {
    double even = 0;
    double odd = 0;
    int v = 0;
    for (; v + 1 < p.length; v += 2) {
      even += BinaryLogarithm.times(p[v] + q[v]);
      odd += BinaryLogarithm.times(p[v + 1] + q[v + 1]);
    }
    return even + odd + (v < p.length ? BinaryLogarithm.times(p[v] + q[v]) : 0);
  }
}
