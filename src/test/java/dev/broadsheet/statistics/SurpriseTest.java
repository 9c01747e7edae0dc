package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurpriseTest {
  @ParameterizedTest
  @CsvSource({"9, 4.2, 1, 1.9121", "9, 4.2, 2, 1.3820", "4, 4.2, 1, 0", "0, 4.2, 1, -2.1702"})
  void aDeviateIsNegativeWhereThereIsLess(
      long articles, double expected, double dispersion, double z) {
    var distribution = new NegativeBinomial(expected, dispersion);
    assertThat(Surprise.z(distribution, articles, distribution.atLeast(articles)))
        .isCloseTo(z, within(1e-4));
  }
}
