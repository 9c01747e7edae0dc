package dev.broadsheet.dates;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A day with so large a part of an archive of several weeks that it may be the one on which the
 * articles were collected, as crawlers write it where they find no date: nothing is known of what
 * flared up on it.
 */
public final class CrowdedDay {
  /** A day may have so large a part of the articles. */
  public static final double MOST = 0.15;

  /** An archive of fewer days with articles may be of one event. */
  private static final int SEVERAL_WEEKS = 21;

  private CrowdedDay() {}

  /** Whether so many days with articles are enough to judge one of them. */
  public static boolean isJudged(long days) {
    return days >= SEVERAL_WEEKS;
  }

  /**
   * The crowded day.
   *
   * @param articles of each day
   */
  public static OptionalInt of(long[] articles) {
    double all = LongStream.of(articles).sum();
    return isJudged(LongStream.of(articles).filter(day -> day > 0).count())
        ? IntStream.range(0, articles.length).filter(i -> articles[i] > MOST * all).findFirst()
        : OptionalInt.empty();
  }
}
