package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegativeBinomialTest {
  /** Against the sum of all probabilities from 0 on, each from the one before. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 1",
    "0.01, 1.3",
    "0.01, 20",
    "0.3, 1",
    "0.3, 5",
    "1, 1",
    "1, 2",
    "3, 1.0000001",
    "3, 1.00001",
    "10, 1",
    "10, 1.5",
    "50, 20",
    "300, 1",
    "300, 3"
  })
  void tailsAreSumsOfProbabilities(double mean, double dispersion) {
    var distribution = new NegativeBinomial(mean, dispersion);
    boolean poisson = dispersion == 1;
    double size = mean / (dispersion - 1);
    double probability = poisson ? Math.exp(-mean) : Math.pow(dispersion, -size);
    double below = 0;
    for (int n = 0; n < mean + 8 * Math.sqrt(mean * dispersion) + 8; n++) {
      assertThat(distribution.atMost(n)).isCloseTo(below + probability, within(1e-7));
      assertThat(distribution.atLeast(n)).isCloseTo(1 - below, within(1e-7));
      below += probability;
      probability *= poisson ? mean / (n + 1) : (size + n) / (n + 1) * (1 - 1 / dispersion);
    }
  }

  @ParameterizedTest
  @CsvSource({"0.2, 1", "0.2, 4", "3, 1", "3, 1.5", "3, 90", "25, 1.2", "60, 1"})
  void whatIsRarerIsSaidAsTheTailSaysIt(double mean, double dispersion) {
    var distribution = new NegativeBinomial(mean, dispersion);
    for (int n = 0; n < 120; n++) {
      for (double probability : new double[] {0.5, 0.01, 1e-3, 1e-9}) {
        assertThat(distribution.isRarer(n, probability))
            .as("%d or more, %s", n, probability)
            .isEqualTo(distribution.atLeast(n) < probability);
      }
    }
  }

  @Test
  void farTailsAreNotLostInRounding() {
    // P(X >= n) = (1 - 1 / 2)^n where size is 1: the geometric distribution.
    var geometric = new NegativeBinomial(1, 2);
    assertThat(geometric.atLeast(300))
        .isCloseTo(Math.pow(0.5, 300), Percentage.withPercentage(1e-9));
    assertThat(geometric.atLeast(5000)).isZero();
    // e^-1 / 60! · (1 + 1/61 + 1/(61·62) + …)
    assertThat(new NegativeBinomial(1, 1).atLeast(60))
        .isCloseTo(4.4945e-83, Percentage.withPercentage(0.01));
  }
}
