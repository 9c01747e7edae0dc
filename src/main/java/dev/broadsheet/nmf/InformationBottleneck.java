package dev.broadsheet.nmf;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Joins topics two by two, each time those whose union tells least less of the terms: the
 * agglomerative information bottleneck (Slonim and Tishby 2000, pp. 617–623). What a union of i and
 * j loses of the mutual information between topics and terms is the Jensen–Shannon divergence of
 * their terms, weighted by their sizes; with h(x) = Σ x log₂ x it is h(i) + h(j) − h(i + j) less
 * the same of the totals.
 *
 * <p>O(k²·V) for the first distances and O(k·V) for each union, on the driver.
 */
final class InformationBottleneck {
  private final double[][] frequencies;
  private final double[] entropy;
  private final int[] group;

  private InformationBottleneck(double[][] frequencies) {
    this.frequencies = Arrays.stream(frequencies).map(double[]::clone).toArray(double[][]::new);
    entropy = Arrays.stream(frequencies).mapToDouble(InformationBottleneck::entropy).toArray();
    group = IntStream.range(0, frequencies.length).toArray();
  }

  /**
   * Joins topics until k are left.
   *
   * @param frequencies of terms in topics, k' × V, 0 or more
   * @param apart so many of the first topics are joined with others, but never with each other
   * @return for each topic the new one that it is in, 0 to k − 1, in the order of their first
   *     members
   */
  static int[] joined(double[][] frequencies, int k, int apart) {
    return new InformationBottleneck(frequencies).joined(k, apart);
  }

  private int[] joined(int k, int apart) {
    int n = frequencies.length;
    double[][] loss = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i ->
                loss[i] =
                    IntStream.range(0, i)
                        .mapToDouble(j -> i < apart ? Double.POSITIVE_INFINITY : loss(i, j))
                        .toArray());
    for (int left = n; left > k; left--) {
      int first = -1;
      int second = -1;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 1; i < n; i++) {
        for (int j = 0; j < i; j++) {
          // Compared as floats, so that the last bit of a double does not decide between equals.
          if ((float) loss[i][j] < (float) least) {
            least = loss[i][j];
            first = j;
            second = i;
          }
        }
      }
      if (second < 0) {
        break;
      }
      join(first, second, loss, apart);
    }
    int[] names = new int[n];
    int next = 0;
    for (int i = 0; i < n; i++) {
      names[i] = group[i] == i ? next++ : names[group[i]];
    }
    return names;
  }

  /** Puts the second of two topics, which is the later one, into the first. */
  private void join(int first, int second, double[][] loss, int apart) {
    int n = group.length;
    for (int v = 0; v < frequencies[first].length; v++) {
      frequencies[first][v] += frequencies[second][v];
    }
    frequencies[second] = null;
    entropy[first] = entropy(frequencies[first]);
    for (int i = 0; i < n; i++) {
      group[i] = group[i] == second ? first : group[i];
    }
    Arrays.fill(loss[second], Double.POSITIVE_INFINITY);
    for (int i = second + 1; i < n; i++) {
      loss[i][second] = Double.POSITIVE_INFINITY;
    }
    IntStream.range(0, n)
        .parallel()
        .filter(i -> i != first && group[i] == i && Math.max(i, first) >= apart)
        .forEach(i -> loss[Math.max(i, first)][Math.min(i, first)] = loss(i, first));
  }

  private double loss(int i, int j) {
    return Math.max(0, entropy[i] + entropy[j] - entropy(frequencies[i], frequencies[j]));
  }

  /** Σ x log₂(x / Σ x): minus the entropy of the shares, times their total. */
  private static double entropy(double[] frequencies) {
    double sum = 0;
    double total = 0;
    for (double x : frequencies) {
      sum += BinaryLogarithm.times(x);
      total += x;
    }
    return sum - BinaryLogarithm.times(total);
  }

  /** The same of two together. */
  private static double entropy(double[] some, double[] others) {
    double sum = 0;
    double total = 0;
    for (int v = 0; v < some.length; v++) {
      double x = some[v] + others[v];
      sum += BinaryLogarithm.times(x);
      total += x;
    }
    return sum - BinaryLogarithm.times(total);
  }
}
