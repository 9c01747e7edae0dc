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
    SparseRow.product(h.byTerm(), terms, values, from, to, correlations);
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
}
