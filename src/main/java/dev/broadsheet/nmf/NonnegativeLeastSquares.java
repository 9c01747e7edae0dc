package dev.broadsheet.nmf;

import java.util.stream.IntStream;

/**
 * Minimises ½ xᵀGx − bᵀx over x ≥ 0 by cyclic coordinate descent, the inner step of HALS (Cichocki
 * and Phan 2009, pp. 708–721; Gillis and Glineur 2012, pp. 1085–1105).
 *
 * <p>Both factors of an NMF are such problems: a document's weights with G = HHᵀ and b = Hx, a
 * term's weights with G = WᵀW and b = WᵀX. A step costs k additions and only for coordinates that
 * move, so that a document that touches few topics costs little.
 */
final class NonnegativeLeastSquares {
  /** Problems that a thread takes at a time. */
  private static final int CHUNK = 256;

  private final double[] gram;
  private final int k;
  private final int held;
  private final double tolerance;
  private final int sweeps;

  /**
   * For problems that share a Gram matrix.
   *
   * @param gram k × k, row-major; a coordinate whose diagonal is 0 stays as it is
   * @param tolerance the descent ends when no coordinate moves by more than this part of the
   *     largest
   * @param sweeps and after this many sweeps over all coordinates
   */
  NonnegativeLeastSquares(double[] gram, int k, double tolerance, int sweeps) {
    this(gram, k, 0, tolerance, sweeps);
  }

  /**
   * The same.
   *
   * @param held so many of the first coordinates stay as they are
   */
  NonnegativeLeastSquares(double[] gram, int k, int held, double tolerance, int sweeps) {
    this.gram = gram;
    this.k = k;
    this.held = held;
    this.tolerance = tolerance;
    this.sweeps = sweeps;
  }

  /**
   * Improves the rows of X for those of B, each a problem of its own, so that threads change no
   * bit.
   *
   * @param x m × k: where to begin, and the result
   * @param b m × k
   */
  void solveRows(double[] x, double[] b) {
    int rows = x.length / k;
    IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              double[] gradient = new double[k];
              var sums = new RowSums(gram, gradient);
              sums.begin(0, k);
              for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                for (int j = 0; j < k; j++) {
                  gradient[j] = -b[row * k + j];
                }
                for (int l = 0; l < k; l++) {
                  sums.add(x[row * k + l], l * k);
                }
                sums.end();
                solve(x, row * k, gradient);
              }
            });
  }

  /**
   * Improves x.
   *
   * @param x k values from {@code from} on: where to begin, and the result
   * @param gradient k values: Gx − b at the beginning and at the end
   */
  void solve(double[] x, int from, double[] gradient) {
    for (int sweep = 0; sweep < sweeps; sweep++) {
      double moved = 0;
      double largest = 0;
      for (int j = held; j < k; j++) {
        double old = x[from + j];
        double slope = gradient[j];
        if (old == 0 && slope >= 0) {
          continue;
        }
        double diagonal = gram[j * k + j];
        if (diagonal <= 0) {
          continue;
        }
        double better = Math.max(0, old - slope / diagonal);
        double step = better - old;
        if (step != 0) {
          x[from + j] = better;
          add(step, j * k, gradient);
          moved = Math.max(moved, Math.abs(step));
        }
        largest = Math.max(largest, better);
      }
      if (moved <= tolerance * largest) {
        return;
      }
    }
  }

  private void add(double step, int row, double[] gradient) {
    double[] rows = gram;
    for (int l = 0; l < gradient.length; l++) {
      gradient[l] += step * rows[row + l];
    }
  }
}
