package dev.broadsheet.nmf;

import java.util.Arrays;

/**
 * The weights w ≥ 0 of one document after another that minimise ‖x − wH‖². Each depends on the
 * document and H alone. Not for several threads: the result lives until the next call.
 */
public final class DocumentWeights {
  private final TopicFactor h;
  private final NonnegativeLeastSquares problem;
  private final double[] correlations;
  private final double[] weights;
  private final double[] gradient;

  /**
   * For documents over the terms of H.
   *
   * @param tolerance as in {@link NonnegativeLeastSquares}
   */
  public DocumentWeights(TopicFactor h, double tolerance, int sweeps) {
    this.h = h;
    problem = new NonnegativeLeastSquares(h.gram(), h.k(), tolerance, sweeps);
    correlations = new double[h.k()];
    weights = new double[h.k()];
    gradient = new double[h.k()];
  }

  /** The k weights of a sparse document, whose entries are those {@code from} until {@code to}. */
  public double[] of(int[] terms, double[] values, int from, int to) {
    if (weights.length == 0) {
      return weights;
    }
    product(h.byTerm(), terms, values, from, to, correlations);
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] = -correlations[j];
    }
    Arrays.fill(weights, 0);
    problem.solve(weights, 0, gradient);
    return weights;
  }

  /** How much ‖x − wH‖² of the last document is below ‖x‖²: −w·(wHHᵀ − 2xHᵀ). */
  double explained() {
    double sum = 0;
    for (int j = 0; j < weights.length; j++) {
      sum -= weights[j] * (gradient[j] - correlations[j]);
    }
    return sum;
  }

  /** x times a V × l matrix, l sums. */
  static void product(
      double[] matrix, int[] terms, double[] values, int from, int to, double[] product) {
    int l = product.length;
    Arrays.fill(product, 0);
    int i = from;
    // Four rows at a time, in their order: the same bits, and the sums stay in registers.
    for (; i + 3 < to; i += 4) {
      add(
          values,
          i,
          matrix,
          terms[i] * l,
          terms[i + 1] * l,
          terms[i + 2] * l,
          terms[i + 3] * l,
          product);
    }
    for (; i < to; i++) {
      add(values[i], matrix, terms[i] * l, product);
    }
  }

  private static void add(
      double[] values, int i, double[] matrix, int a, int b, int c, int d, double[] product) {
    double va = values[i];
    double vb = values[i + 1];
    double vc = values[i + 2];
    double vd = values[i + 3];
    for (int j = 0; j < product.length; j++) {
      product[j] =
          product[j]
              + va * matrix[a + j]
              + vb * matrix[b + j]
              + vc * matrix[c + j]
              + vd * matrix[d + j];
    }
  }

  private static void add(double value, double[] matrix, int row, double[] product) {
    for (int j = 0; j < product.length; j++) {
      product[j] += value * matrix[row + j];
    }
  }
}
