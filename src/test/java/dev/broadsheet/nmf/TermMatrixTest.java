package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TermMatrixTest {
  private static final int TERMS = 1_000;
  private static final int P = 37;
  private static final int Q = 5;

  /** Half of the numbers are 0. */
  private static double[] matrix(int rows, int columns, long seed) {
    var random = new Random(seed);
    return random
        .doubles((long) rows * columns)
        .map(x -> x < 0.5 ? 0 : random.nextGaussian())
        .toArray();
  }

  @Test
  void everyNumberOfATransposedProductIsOneSumInTheOrderOfRows() {
    double[] a = matrix(TERMS, P, 1);
    double[] b = matrix(TERMS, Q, 2);
    double[] sums = new double[P * Q];
    for (int row = 0; row < TERMS; row++) {
      for (int i = 0; i < P; i++) {
        for (int j = 0; j < Q; j++) {
          sums[i * Q + j] += a[row * P + i] * b[row * Q + j];
        }
      }
    }

    assertThat(TermMatrix.transposeTimes(a, P, b, Q)).isEqualTo(sums);
  }

  @Test
  void everyNumberOfAProductIsOneSumInTheOrderOfColumns() {
    double[] a = matrix(TERMS, P, 1);
    double[] t = matrix(P, Q, 2);
    double[] sums = new double[TERMS * Q];
    for (int row = 0; row < TERMS; row++) {
      for (int i = 0; i < P; i++) {
        for (int j = 0; j < Q; j++) {
          sums[row * Q + j] += a[row * P + i] * t[i * Q + j];
        }
      }
    }

    assertThat(TermMatrix.times(a, P, t, Q)).isEqualTo(sums);
  }

  @Test
  void aMatrixTimesItselfHasBothHalves() {
    double[] a = matrix(TERMS, P, 1);

    assertThat(TermMatrix.gram(a, P)).isEqualTo(TermMatrix.transposeTimes(a, P, a, P));
  }
}
