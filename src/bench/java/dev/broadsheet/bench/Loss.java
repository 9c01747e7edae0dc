package dev.broadsheet.bench;

import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;

/** ‖X − WH‖², worked out apart from the engines, in the same way for each. */
final class Loss {
  private Loss() {}

  /**
   * As ‖X‖² − 2⟨X, WH⟩ + ‖WH‖², without making WH.
   *
   * @param x n rows over V terms
   * @param w n × k
   * @param h k × V
   */
  static double of(SparseVector[] x, double[][] w, double[][] h) {
    double[][] gram = gram(h);
    return IntStream.range(0, x.length).parallel().mapToDouble(d -> of(x[d], w[d], h, gram)).sum();
  }

  private static double of(SparseVector x, double[] w, double[][] h, double[][] gram) {
    double loss = 0;
    for (double value : x.values()) {
      loss += value * value;
    }
    for (int t = 0; t < w.length; t++) {
      for (int i = 0; w[t] != 0 && i < x.indices().length; i++) {
        loss -= 2 * w[t] * x.values()[i] * h[t][x.indices()[i]];
      }
      for (int u = 0; w[t] != 0 && u < w.length; u++) {
        loss += w[t] * w[u] * gram[t][u];
      }
    }
    return loss;
  }

  private static double[][] gram(double[][] h) {
    double[][] gram = new double[h.length][h.length];
    for (int t = 0; t < h.length; t++) {
      for (int u = 0; u < h.length; u++) {
        for (int v = 0; v < h[t].length; v++) {
          gram[t][u] += h[t][v] * h[u][v];
        }
      }
    }
    return gram;
  }
}
