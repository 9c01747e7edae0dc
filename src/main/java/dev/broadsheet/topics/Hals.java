package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Hierarchical alternating least squares (Cichocki and Phan 2009, p. 711; Gillis and Glineur 2012,
 * p. 1090) in passes: the executors solve all documents' weights W for H, the driver improves H for
 * WᵀW and WᵀX. Between passes H is extrapolated along its last step (Ang and Gillis 2019, p. 425),
 * which saves about half of the passes.
 */
final class Hals {
  /** Sweeps over H in a pass; the documents cost more than these. */
  private static final int SWEEPS = 4;

  private static final double LEAST_MOVE = 1e-4;

  private static final double FIRST_STEP = 0.5;
  private static final double FASTER = 1.1;
  private static final double SLOWER = 1.5;
  private static final double LARGEST_STEP = 1;

  private static final int CHUNK = 256;

  /** H, and the loss ‖X − WH‖² that each pass found before it improved H. */
  record Fit(TopicFactor topics, List<Double> losses) {}

  private Hals() {}

  /**
   * Improves topics until the loss falls by less than {@code tol} of itself in a pass, or {@code
   * maxIter} passes are made.
   */
  static Fit fit(DocumentMatrix x, TopicFactor start, int maxIter, double tol) {
    List<Double> losses = new ArrayList<>();
    TopicFactor from = start;
    TopicFactor reached = start;
    double best = Double.POSITIVE_INFINITY;
    double step = FIRST_STEP;
    double longest = LARGEST_STEP;
    boolean extrapolated = false;
    while (losses.size() < maxIter) {
      var equations = x.normalEquations(from);
      losses.add(equations.loss());
      if (extrapolated && equations.loss() > best) {
        from = reached;
        extrapolated = false;
        longest = step;
        step /= SLOWER;
        continue;
      }
      boolean converged = best - equations.loss() < tol * equations.loss();
      best = equations.loss();
      TopicFactor next = improved(from, equations);
      if (converged) {
        return new Fit(next, losses);
      }
      from = losses.size() > 1 ? extrapolated(next, reached, step) : next;
      extrapolated = losses.size() > 1;
      if (extrapolated) {
        step = Math.min(longest, step * FASTER);
        longest = Math.min(LARGEST_STEP, longest * 1.05);
      }
      reached = next;
    }
    return new Fit(reached, losses);
  }

  /** Every term's weights are a problem of their own, so threads change no bit. */
  private static TopicFactor improved(TopicFactor h, DocumentMatrix.NormalEquations equations) {
    int k = h.k();
    double[] byTerm = h.byTerm().clone();
    var problem = new NonnegativeLeastSquares(equations.gram(), k, LEAST_MOVE, SWEEPS);
    int chunks = (h.terms() + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk -> {
              double[] gradient = new double[k];
              int last = Math.min(h.terms(), (chunk + 1) * CHUNK);
              for (int v = chunk * CHUNK; v < last; v++) {
                gradient(equations, byTerm, v * k, gradient);
                problem.solve(byTerm, v * k, gradient);
              }
            });
    return TopicFactor.of(k, byTerm);
  }

  private static void gradient(
      DocumentMatrix.NormalEquations equations, double[] byTerm, int row, double[] gradient) {
    int k = gradient.length;
    for (int j = 0; j < k; j++) {
      gradient[j] = -equations.cross()[row + j];
    }
    for (int l = 0; l < k; l++) {
      double value = byTerm[row + l];
      if (value != 0) {
        for (int j = 0; j < k; j++) {
          gradient[j] += value * equations.gram()[l * k + j];
        }
      }
    }
  }

  private static TopicFactor extrapolated(TopicFactor next, TopicFactor last, double step) {
    double[] byTerm = new double[next.byTerm().length];
    for (int i = 0; i < byTerm.length; i++) {
      double here = next.byTerm()[i];
      byTerm[i] = Math.max(0, here + step * (here - last.byTerm()[i]));
    }
    return TopicFactor.of(next.k(), byTerm);
  }
}
