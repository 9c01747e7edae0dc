package dev.broadsheet.statistics;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a series of counts leads one to expect: its usual share of all articles, and how far it
 * usually strays from it. Periods in which it flared up are left out, so that a flare neither
 * becomes usual nor hides itself or another. This is the way of Farrington et al. (1996) and
 * Noufaily et al. (2013) with outbreaks of disease, except that a past outbreak has no weight at
 * all.
 *
 * @param articles of the series, without those of flares
 * @param volume all articles of these periods
 * @param dispersion variance over mean of the counts, at least 1
 * @param flares the periods that are left out
 */
public record Baseline(long articles, long volume, double dispersion, Set<Count> flares) {
  /** Added to the articles of the past, so that what is new is not impossible. */
  static final double PRIOR_ARTICLES = 0.5;

  /**
   * What is known of the dispersion of any series: it exceeds Poisson's by this much times the
   * square root of the articles in a period. So measured on Reuters' articles of 1987, by day and
   * by week, for terms in anything from 0.1 to 300 articles a period.
   */
  static final double PRIOR_EXCESS = 0.2;

  /** How many periods of the series itself that knowledge is worth. */
  static final double PRIOR_PERIODS = 10;

  /** A count that is less probable tells nothing of what is usual. */
  private static final double RARE = 1e-3;

  /** What happens in more than this part of all articles is no flare, but the series' nature. */
  private static final double MOST_FLARES = 0.2;

  private static final int MOST_ROUNDS = 10;

  /**
   * A period in which the series has articles.
   *
   * @param period its number
   * @param total all articles of the period
   */
  public record Count(long period, long articles, long total) {}

  /**
   * The baseline of a series, in time linear in the counts.
   *
   * @param counts the periods in which the series has articles, in order
   * @param volume all articles of all periods
   * @param periods how many periods have any article
   */
  static Baseline of(List<Count> counts, long volume, long periods) {
    // From Poisson's dispersion upwards: the least one that leaves none but the flares unexplained.
    Baseline baseline = leavingOut(Set.of(), 1, counts, volume);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Set<Count> flares = baseline.rare(counts, volume);
      if (round > 0 && flares.equals(baseline.flares)) {
        break;
      }
      Baseline next = leavingOut(flares, 1, counts, volume);
      baseline = leavingOut(flares, next.dispersion(counts, periods), counts, volume);
    }
    return baseline;
  }

  private static Baseline leavingOut(
      Set<Count> flares, double dispersion, List<Count> counts, long volume) {
    long articles = 0;
    long rest = volume;
    for (Count count : counts) {
      if (flares.contains(count)) {
        rest -= count.total;
      } else {
        articles += count.articles;
      }
    }
    return new Baseline(articles, rest, dispersion, flares);
  }

  /** How many articles of the series to expect among so many. */
  double expected(long total) {
    return (articles + PRIOR_ARTICLES) / volume * total;
  }

  /** How a count among so many articles is distributed, the usual share being uncertain, too. */
  NegativeBinomial forecast(long total) {
    return new NegativeBinomial(expected(total), dispersion * (1 + (double) total / volume));
  }

  /** What all other periods lead one to expect of one of the series. */
  Baseline without(Count count) {
    return flares.contains(count)
        ? this
        : new Baseline(articles - count.articles, volume - count.total, dispersion, flares);
  }

  /**
   * Pearson's statistic over its degrees of freedom, with the prior; its excess over Poisson's
   * dispersion is raised by the standard error that it has as an estimate.
   */
  private double dispersion(List<Count> counts, long periods) {
    double rate = (double) articles / Math.max(1, periods - flares.size());
    double sum = PRIOR_PERIODS * (1 + PRIOR_EXCESS * StrictMath.sqrt(rate));
    long silent = volume;
    for (Count count : counts) {
      if (!flares.contains(count)) {
        sum += square(pearson(count));
        silent -= count.total;
      }
    }
    // A period without articles of the series strays by all that was expected.
    sum += expected(silent);
    double freedom = PRIOR_PERIODS + Math.max(0, periods - flares.size() - 1);
    double excess = Math.max(0, sum / freedom - 1);
    return 1 + excess * (1 + StrictMath.sqrt(2 / freedom));
  }

  private double pearson(Count count) {
    double expected = expected(count.total);
    return (count.articles - expected) / StrictMath.sqrt(expected);
  }

  private static double square(double x) {
    return x * x;
  }

  /** The most surprising periods, as many as may be flares. */
  private Set<Count> rare(List<Count> counts, long all) {
    List<Count> rare =
        counts.stream()
            .filter(c -> c.total < all && without(c).forecast(c.total).isRarer(c.articles, RARE))
            .sorted(Comparator.comparingDouble(c -> -pearson(c)))
            .toList();
    Set<Count> flares = new HashSet<>();
    long total = 0;
    for (Count count : rare) {
      total += count.total;
      if (total <= MOST_FLARES * all) {
        flares.add(count);
      }
    }
    return flares;
  }
}
