package dev.broadsheet.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which days are the axis of tables and charts: those of the bulk of the articles. A slip of the
 * pen keeps its date, but makes no century of empty days.
 *
 * <p>Days after tomorrow are none of the axis. Of the rest, the axis begins with the days without
 * the first and the last hundredth of the articles (one article at least, of ten or more), and
 * grows outwards from day to day with articles, as long as the way to the next is at most 30 days,
 * or at most both the length of the axis so far and 30 times the longest way within it (a year, or
 * ten times that, where there are fewer than a hundred articles and chance is wide). A first day
 * that more than ten years part from all others, and more than these span, with fewer than half of
 * the articles, is what a program writes that has no date, 1970-01-01 or the like, and is none of
 * it. So an archive whose articles follow one another keeps all of its days, however sparse it is;
 * what is both rare and far away is cut off.
 *
 * @param dates the axis; empty if no article has a date
 * @param future articles of days after tomorrow, by day
 * @param stray other articles outside of the axis, by day
 * @param busiest the day with the most articles of the axis, and how many these are
 * @param articles how many are within the axis
 * @param daysWithArticles of the axis
 */
public record DateAxis(
    Optional<DateRange> dates,
    NavigableMap<LocalDate, Long> future,
    NavigableMap<LocalDate, Long> stray,
    Optional<Map.Entry<LocalDate, Long>> busiest,
    long articles,
    long daysWithArticles) {
  private static final long NEAR = 30;
  private static final long YEAR = 365;
  private static final long FEW = 10;
  private static final long HUNDRED = 100;
  private static final long DECADE = 3653;

  /**
   * The axis of articles.
   *
   * @param articles how many are of each day
   * @param today by the run's clock
   */
  public static DateAxis of(Map<LocalDate, Long> articles, LocalDate today) {
    var days = new TreeMap<>(articles);
    var future = new TreeMap<>(days.tailMap(today.plusDays(1), false));
    var past = new TreeMap<>(days.headMap(today.plusDays(1), true));
    if (past.isEmpty()) {
      return new DateAxis(Optional.empty(), future, past, Optional.empty(), 0, 0);
    }
    DateRange range = bulk(withoutPlaceholder(past));
    var within = new TreeMap<>(past.subMap(range.first(), true, range.last(), true));
    past.keySet().removeAll(within.keySet());
    return new DateAxis(
        Optional.of(range),
        future,
        past,
        within.entrySet().stream().max(Map.Entry.comparingByValue()),
        sum(within),
        within.size());
  }

  private static TreeMap<LocalDate, Long> withoutPlaceholder(TreeMap<LocalDate, Long> articles) {
    LocalDate first = articles.firstKey();
    LocalDate second = articles.higherKey(first);
    if (second == null) {
      return articles;
    }
    long way = second.toEpochDay() - first.toEpochDay();
    long span = articles.lastKey().toEpochDay() - second.toEpochDay();
    boolean apart = way > Math.max(DECADE, span) && 2 * articles.get(first) < sum(articles);
    return apart ? new TreeMap<>(articles.tailMap(second, true)) : articles;
  }

  private static DateRange bulk(TreeMap<LocalDate, Long> articles) {
    List<LocalDate> days = new ArrayList<>(articles.keySet());
    long all = sum(articles);
    long cut = all < FEW ? 0 : Math.max(1, all / 100);
    int from = 0;
    for (long left = cut; left >= articles.get(days.get(from)); from++) {
      left -= articles.get(days.get(from));
    }
    int to = days.size() - 1;
    for (long left = cut; left >= articles.get(days.get(to)); to--) {
      left -= articles.get(days.get(to));
    }
    if (from > to) {
      return new DateRange(days.get(0), days.get(days.size() - 1));
    }
    long longest = 1;
    for (int i = from; i < to; i++) {
      longest = Math.max(longest, way(days, i, i + 1));
    }
    while (true) {
      long far = Math.min(1 + way(days, from, to), 30 * longest);
      long reach = all < HUNDRED ? Math.max(YEAR, 10 * far) : Math.max(NEAR, far);
      long before = from > 0 ? way(days, from - 1, from) : Long.MAX_VALUE;
      long after = to < days.size() - 1 ? way(days, to, to + 1) : Long.MAX_VALUE;
      if (Math.min(before, after) > reach) {
        return new DateRange(days.get(from), days.get(to));
      }
      longest = Math.max(longest, Math.min(before, after));
      if (before <= after) {
        from--;
      } else {
        to++;
      }
    }
  }

  private static long way(List<LocalDate> days, int from, int to) {
    return days.get(to).toEpochDay() - days.get(from).toEpochDay();
  }

  private static long sum(Map<LocalDate, Long> articles) {
    return articles.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many articles are of days after tomorrow. */
  public long futureArticles() {
    return sum(future);
  }

  /** How many other articles are outside of the axis. */
  public long strayArticles() {
    return sum(stray);
  }

  /** Up to five of these days with their articles, the farthest first: {@code 2199-12-31 (1)}. */
  public static String named(NavigableMap<LocalDate, Long> days) {
    return days.entrySet().stream()
        .limit(5)
        .map(day -> "%s (%,d)".formatted(day.getKey(), day.getValue()))
        .collect(Collectors.joining(", ", "", days.size() > 5 ? " …" : ""));
  }
}
