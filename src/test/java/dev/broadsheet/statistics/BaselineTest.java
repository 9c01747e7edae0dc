package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.statistics.Baseline.Count;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BaselineTest {
  /** Ten articles in each of ten periods of 100. */
  private static List<Count> even(int... more) {
    return IntStream.range(0, 10)
        .mapToObj(i -> new Count(i, 10 + (i < more.length ? more[i] : 0), 100))
        .toList();
  }

  @Test
  void whatIsUsualIsTheShareAndAHalfArticleMore() {
    Baseline baseline = Baseline.of(even(), 1000, 10);
    assertThat(baseline.articles()).isEqualTo(100);
    assertThat(baseline.expected(50)).isCloseTo(100.5 / 1000 * 50, within(1e-12));
    assertThat(baseline.dispersion()).as("less than Poisson's is not believed").isEqualTo(1);
    Baseline others = baseline.without(new Count(3, 10, 100));
    assertThat(others.expected(100)).isCloseTo(90.5 / 900 * 100, within(1e-12));
    assertThat(others.forecast(90).dispersion()).isCloseTo(1.1, within(1e-12));
  }

  @Test
  void aFlareIsNoPartOfWhatIsUsual() {
    Baseline baseline = Baseline.of(even(0, 0, 40, 0, 0), 1000, 10);
    assertThat(baseline.flares()).containsExactly(new Count(2, 50, 100));
    assertThat(baseline.articles()).isEqualTo(90);
    assertThat(baseline.volume()).isEqualTo(900);
    assertThat(baseline.without(new Count(2, 50, 100))).isEqualTo(baseline);
  }

  @Test
  void whatHappensInMoreThanAFifthOfAllArticlesIsUsual() {
    assertThat(Baseline.of(even(40, 40), 1000, 10).flares()).hasSize(2);
    Baseline restless = Baseline.of(even(40, 40, 40), 1000, 10);
    assertThat(restless.flares()).isEmpty();
    assertThat(restless.articles()).isEqualTo(220);
    assertThat(restless.dispersion()).isGreaterThan(5);
  }

  @Test
  void theDispersionIsPearsonsWithAPriorAndItsStandardError() {
    // 5 and 15 by turns: each strays by 5 of 10.05, ten times, at nine degrees of freedom.
    List<Count> counts = even(-5, 5, -5, 5, -5, 5, -5, 5, -5, 5);
    double expected = 100.5 / 1000 * 100;
    double pearson =
        5 * ((15 - expected) * (15 - expected) + (5 - expected) * (5 - expected)) / expected;
    double prior = 10 * (1 + 0.2 * Math.sqrt(10));
    double dispersion = (pearson + prior) / (9 + 10);
    assertThat(Baseline.of(counts, 1000, 10).dispersion())
        .isCloseTo(1 + (dispersion - 1) * (1 + Math.sqrt(2.0 / 19)), within(1e-12))
        .isGreaterThan(2);
  }

  @Test
  void periodsWithoutArticlesStrayToo() {
    // Twelve articles in one of four periods of 100 and none in the others.
    double expected = 12.5 / 400 * 100;
    double pearson = (12 - expected) * (12 - expected) / expected + 3 * expected;
    double dispersion = (pearson + 10 * (1 + 0.2 * Math.sqrt(3))) / (3 + 10);
    assertThat(Baseline.of(List.of(new Count(1, 12, 100)), 400, 4).dispersion())
        .as("100 of 400 articles are too many for a flare")
        .isCloseTo(1 + (dispersion - 1) * (1 + Math.sqrt(2.0 / 13)), within(1e-12));
  }

  @Test
  void aSeriesWithoutArticlesIsNotImpossible() {
    Baseline nothing = Baseline.of(List.of(), 1000, 10);
    assertThat(nothing.expected(100)).isCloseTo(0.05, within(1e-12));
    assertThat(nothing.dispersion()).isEqualTo(1);
  }
}
