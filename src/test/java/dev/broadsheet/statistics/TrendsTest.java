package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrendsTest {
  private static long[] periods(int length, long each) {
    long[] counts = new long[length];
    Arrays.fill(counts, each);
    return counts;
  }

  @Test
  void aPeriodIsJudgedByThoseBeforeItAlone() {
    long[] totals = {100, 100, 100, 200};
    assertThat(Trends.of(new long[] {0, 0, 0, 9}, totals))
        .singleElement()
        .satisfies(
            trend -> {
              assertThat(trend.period()).isEqualTo(3);
              assertThat(trend.expected()).isCloseTo(0.5 / 300 * 200, within(1e-12));
              double p = new NegativeBinomial(1 / 3.0, 1 + 200 / 300.0).atLeast(9);
              assertThat(trend.p()).isCloseTo(p, within(1e-15));
              assertThat(StandardNormal.above(trend.z())).isCloseTo(p, within(1e-12));
            });
    assertThat(Trends.of(new long[] {9, 0, 0, 9}, totals))
        .singleElement()
        .satisfies(trend -> assertThat(trend.expected()).isGreaterThan(3));
  }

  @Test
  void aShortPeriodIsNoDropAndAFewArticlesAreNoTrend() {
    assertThat(Trends.of(new long[] {20, 20, 20, 2}, new long[] {100, 100, 100, 5})).isEmpty();
    assertThat(Trends.of(new long[] {0, 0, 0, 2}, new long[] {100, 100, 100, 100})).isEmpty();
    assertThat(Trends.of(new long[] {30}, new long[] {100})).isEmpty();
  }

  @Test
  void onlyTheLatestAreJudgedAndNothingIsJudgedByWhatIsOld() {
    long[] totals = periods(80, 100);
    long[] articles = periods(80, 0);
    articles[10] = 50;
    articles[65] = 50;
    articles[79] = 50;
    assertThat(Trends.of(articles, totals)).extracting(Trends.Trend::period).containsExactly(79);
    articles[65] = 0;
    articles[66] = 50;
    assertThat(Trends.of(articles, totals))
        .extracting(Trends.Trend::period)
        .containsExactly(66, 79);
    assertThat(Trends.of(articles, totals).get(1).expected())
        .as("the flare of period 66 is not usual, period 10 is forgotten")
        .isCloseTo(0.5 / 5900 * 100, within(1e-12));
  }
}
