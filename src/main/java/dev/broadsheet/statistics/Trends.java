package dev.broadsheet.statistics;

import dev.broadsheet.statistics.Baseline.Count;
import java.util.List;
import java.util.stream.IntStream;

/** In which of the latest periods there is more of a term than earlier ones lead one to expect. */
public final class Trends {
  /** How many of the latest periods are judged. */
  public static final int JUDGED = 14;

  /** By how many periods before it, at most, a period is judged: news grows old. */
  public static final int EARLIER = 60;

  private static final int LEAST_ARTICLES = 3;

  /**
   * A period with more articles than expected.
   *
   * @param period its index
   * @param p the probability of so many articles or more
   */
  public record Trend(int period, long articles, double expected, double z, double p) {}

  private Trends() {}

  /**
   * Judges the latest periods, each by those before it alone; the first is never judged.
   *
   * @param articles of the term, by period
   * @param totals all articles, by period, above 0
   */
  public static List<Trend> of(long[] articles, long[] totals) {
    int periods = totals.length;
    return IntStream.range(Math.max(1, periods - JUDGED), periods)
        .filter(i -> articles[i] >= LEAST_ARTICLES)
        .mapToObj(i -> judged(i, articles, totals))
        .filter(trend -> trend.articles > trend.expected)
        .toList();
  }

  private static Trend judged(int period, long[] articles, long[] totals) {
    int first = Math.max(0, period - EARLIER);
    List<Count> counts =
        IntStream.range(first, period)
            .filter(i -> articles[i] > 0)
            .mapToObj(i -> new Count(i, articles[i], totals[i]))
            .toList();
    long volume = IntStream.range(first, period).mapToLong(i -> totals[i]).sum();
    NegativeBinomial forecast =
        Baseline.of(counts, volume, period - first).forecast(totals[period]);
    double p = forecast.atLeast(articles[period]);
    return new Trend(
        period, articles[period], forecast.mean(), Surprise.z(forecast, articles[period], p), p);
  }
}
