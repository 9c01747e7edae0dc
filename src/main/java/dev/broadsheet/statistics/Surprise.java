package dev.broadsheet.statistics;

import dev.broadsheet.statistics.Baseline.Count;
import java.util.List;

/**
 * How surprising a count is, given what the other periods of its series lead one to expect.
 *
 * @param expected the usual share of the series in the period's volume, so that a gap in the crawl
 *     is no trend
 * @param z the standard normal deviate of p, below 0 where there are surprisingly few, and 0 where
 *     the count is as expected
 * @param p the probability of so many articles or more by chance, under the negative binomial
 *     distribution; not a number in a period without articles. Flares are looked for, so p has one
 *     side.
 */
public record Surprise(double expected, double z, double p) {
  /** With fewer periods that have articles there is nothing usual. */
  public static final int LEAST_PERIODS = 7;

  private static final Surprise OF_SILENCE = new Surprise(0, 0, Double.NaN);

  /**
   * The surprise of each count of a series, from all other periods.
   *
   * @param counts periods without articles of the series may be left out
   * @param volume all articles of all periods
   * @param periods how many have any article, {@value #LEAST_PERIODS} at least
   */
  public static List<Surprise> of(List<Count> counts, long volume, long periods) {
    List<Count> present = counts.stream().filter(c -> c.articles() > 0).toList();
    Baseline baseline = Baseline.of(present, volume, periods);
    return counts.stream().map(c -> of(c, baseline.without(c))).toList();
  }

  private static Surprise of(Count count, Baseline others) {
    if (count.total() == 0) {
      return OF_SILENCE;
    }
    NegativeBinomial forecast = others.forecast(count.total());
    double p = forecast.atLeast(count.articles());
    return new Surprise(forecast.mean(), z(forecast, count.articles(), p), p);
  }

  /** Whether there was any article of any series in the period. */
  public boolean isTested() {
    return !Double.isNaN(p);
  }

  /**
   * The deviate of a count.
   *
   * @param atLeast the probability of so many or more
   */
  static double z(NegativeBinomial expected, long articles, double atLeast) {
    return articles > expected.mean()
        ? StandardNormal.deviate(atLeast)
        : 0 - StandardNormal.deviate(expected.atMost(articles));
  }
}
