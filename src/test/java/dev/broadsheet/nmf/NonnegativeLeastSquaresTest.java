package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.junit.jupiter.api.Test;

class NonnegativeLeastSquaresTest {
  private static final int PROBLEMS = 200;

  /** AᵀA and Aᵀy of a random problem. */
  private record Problem(int k, double[] gram, double[] b) {
    static Problem random(Random random, boolean nonnegative) {
      int k = 1 + random.nextInt(6);
      int rows = k + 2;
      double[][] a = new double[rows][k];
      double[] y = new double[rows];
      for (int r = 0; r < rows; r++) {
        for (int j = 0; j < k; j++) {
          a[r][j] = nonnegative ? random.nextDouble() : random.nextGaussian();
        }
        y[r] = random.nextGaussian();
      }
      double[] gram = new double[k * k];
      double[] b = new double[k];
      for (int i = 0; i < k; i++) {
        for (int r = 0; r < rows; r++) {
          b[i] += a[r][i] * y[r];
          for (int j = 0; j < k; j++) {
            gram[i * k + j] += a[r][i] * a[r][j];
          }
        }
      }
      return new Problem(k, gram, b);
    }

    double objective(double[] x) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        sum -= b[i] * x[i];
        for (int j = 0; j < k; j++) {
          sum += x[i] * gram[i * k + j] * x[j] / 2;
        }
      }
      return sum;
    }

    double[] gradient(double[] x) {
      double[] gradient = new double[k];
      for (int i = 0; i < k; i++) {
        gradient[i] = -b[i];
        for (int j = 0; j < k; j++) {
          gradient[i] += gram[i * k + j] * x[j];
        }
      }
      return gradient;
    }

    /** The best of the unconstrained optima of all sets of coordinates that may be above 0. */
    double[] byBruteForce() {
      double[] best = new double[k];
      for (int set = 1; set < 1 << k; set++) {
        double[] x = optimum(set);
        if (Arrays.stream(x).allMatch(v -> v >= 0) && objective(x) < objective(best)) {
          best = x;
        }
      }
      return best;
    }

    private double[] optimum(int set) {
      int[] active =
          java.util.stream.IntStream.range(0, k).filter(j -> (set >> j & 1) == 1).toArray();
      var matrix = new Array2DRowRealMatrix(active.length, active.length);
      var right = new ArrayRealVector(active.length);
      for (int i = 0; i < active.length; i++) {
        right.setEntry(i, b[active[i]]);
        for (int j = 0; j < active.length; j++) {
          matrix.setEntry(i, j, gram[active[i] * k + active[j]]);
        }
      }
      double[] some = new LUDecomposition(matrix).getSolver().solve(right).toArray();
      double[] x = new double[k];
      for (int i = 0; i < active.length; i++) {
        x[active[i]] = some[i];
      }
      return x;
    }

    double[] solved(double[] from, double[] gradient) {
      double[] x = from.clone();
      new NonnegativeLeastSquares(gram, k, 1e-12, 100_000).solve(x, 0, gradient);
      return x;
    }
  }

  @Test
  void findsWhatBruteForceFindsFromAnyBeginning() {
    var random = new Random(1);
    int onTheEdge = 0;
    for (int i = 0; i < PROBLEMS; i++) {
      Problem problem = Problem.random(random, i % 2 == 0);
      double[] best = problem.byBruteForce();
      double[] start = random.doubles(problem.k(), 0, 2).toArray();
      double[] x = problem.solved(start, problem.gradient(start));
      assertThat(x).containsExactly(best, within(1e-5));
      assertThat(Arrays.stream(x).allMatch(value -> value >= 0)).isTrue();
      onTheEdge += Arrays.stream(best).anyMatch(value -> value == 0) ? 1 : 0;
    }
    assertThat(onTheEdge).as("problems where the bound matters").isGreaterThan(PROBLEMS / 4);
  }

  @Test
  void leavesTheGradientOfWhereItEnds() {
    var random = new Random(2);
    for (int i = 0; i < PROBLEMS; i++) {
      Problem problem = Problem.random(random, true);
      double[] gradient = problem.gradient(new double[problem.k()]);
      double[] x = problem.solved(new double[problem.k()], gradient);
      assertThat(gradient).containsExactly(problem.gradient(x), within(1e-9));
    }
  }

  @Test
  void anyNumberOfSweepsKeepsToZeroAndAboveAndLowersTheObjective() {
    var random = new Random(3);
    for (int i = 0; i < PROBLEMS; i++) {
      Problem problem = Problem.random(random, false);
      double last = 0;
      for (int sweeps = 1; sweeps <= 4; sweeps++) {
        double[] x = new double[problem.k()];
        new NonnegativeLeastSquares(problem.gram(), problem.k(), 0, sweeps)
            .solve(x, 0, problem.gradient(x));
        assertThat(Arrays.stream(x).min().getAsDouble()).isNotNegative();
        assertThat(problem.objective(x)).isLessThanOrEqualTo(last + 1e-12);
        last = problem.objective(x);
      }
    }
  }

  @Test
  void aCoordinateWithoutADiagonalStaysAsItIs() {
    double[] x = {9, 0, 7, 0, 9};
    var problem = new NonnegativeLeastSquares(new double[] {2, 0, 0, 0, 0, 0, 0, 0, 0}, 3, 0, 10);
    problem.solve(x, 1, new double[] {-4, -1, -1});
    assertThat(x).containsExactly(9, 2, 7, 0, 9);
  }
}
