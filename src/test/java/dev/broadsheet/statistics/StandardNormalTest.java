package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardNormalTest {
  @ParameterizedTest
  @CsvSource({
    "0.5, 0",
    "0.4999, 0.00025066",
    "0.158655254, 1",
    "0.05, 1.64485363",
    "0.00134989803, 3",
    "2.86651572e-7, 5",
    "7.61985302e-24, 10",
    "4.90671393e-198, 30"
  })
  void aDeviateIsExceededWithItsProbability(double probability, double deviate) {
    assertThat(StandardNormal.deviate(probability)).isCloseTo(deviate, within(1e-7));
    assertThat(StandardNormal.above(deviate) / probability).isCloseTo(1, within(1e-5));
  }

  @Test
  void thereIsAnEnd() {
    assertThat(StandardNormal.deviate(0)).isCloseTo(37.0471, within(1e-4));
    assertThat(StandardNormal.deviate(0.9)).isZero();
  }
}
