package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The weights of a block's documents in the topics of a factorization, in compressed sparse rows.
 */
final class BlockWeights implements Serializable {
  /** Of documents that are not weighed. */
  static final BlockWeights NONE = new BlockWeights(new int[0], new int[0], new double[0]);

  private final int[] starts;
  private final int[] topics;
  private final double[] values;

  private BlockWeights(int[] starts, int[] topics, double[] values) {
    this.starts = starts;
    this.topics = topics;
    this.values = values;
  }

  static BlockWeights of(DocumentBlock block, DocumentWeights solver) {
    int[] starts = new int[block.documents() + 1];
    int[] topics = new int[4 * block.documents()];
    double[] values = new double[topics.length];
    int n = 0;
    for (int d = 0; d < block.documents(); d++) {
      double[] w =
          solver.of(block.terms(), block.values(), block.starts()[d], block.starts()[d + 1]);
      if (n + w.length > topics.length) {
        topics = Arrays.copyOf(topics, 2 * (n + w.length));
        values = Arrays.copyOf(values, topics.length);
      }
      for (int j = 0; j < w.length; j++) {
        if (w[j] > 0) {
          topics[n] = j;
          values[n++] = w[j];
        }
      }
      starts[d + 1] = n;
    }
    return new BlockWeights(starts, Arrays.copyOf(topics, n), Arrays.copyOf(values, n));
  }

  /**
   * A document's weights, where several topics of the factorization are one.
   *
   * @param group which topic each of the factorization's is in
   * @param weights the result, one number for each topic
   */
  void grouped(int document, int[] group, double[] weights) {
    Arrays.fill(weights, 0);
    for (int i = starts[document]; i < starts[document + 1]; i++) {
      weights[group[topics[i]]] += values[i];
    }
  }
}
