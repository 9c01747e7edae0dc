package dev.broadsheet.tables;

import dev.broadsheet.dates.CrowdedDay;
import dev.broadsheet.dates.Period;
import dev.broadsheet.runs.Fact;
import dev.broadsheet.statistics.Baseline.Count;
import dev.broadsheet.statistics.FalseDiscoveryRate;
import dev.broadsheet.statistics.Surprise;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** How much each topic was written about on each day, and when it flared up. */
final class TopicDaysTable extends BoundedTable {
  private static final double BURST_RATE = 0.02;
  private static final int BURST_ARTICLES = 5;
  private static final double BURST_LIFT = 1.5;

  TopicDaysTable() {
    super(
        "topic_days",
        "A topic on a day, also on days without articles. Articles without a date are not in it.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        day DATE NOT NULL COMMENT 'every day from the first article''s to the last one''s; days far from those of the other articles, and days after the run, are in no table by day',
        articles BIGINT NOT NULL COMMENT 'articles of that day whose main topic it is, duplicates too',
        total BIGINT NOT NULL COMMENT 'articles of that day with a topic',
        share DOUBLE NOT NULL COMMENT 'articles / total; 0 on a day without articles',
        expected DOUBLE COMMENT 'articles that the topic''s share of all other days, its flares apart, makes of that day''s total; null with fewer than 7 days that have articles, as are z, q and burst',
        z DOUBLE COMMENT 'surprise: standard normal deviate of the probability of so many articles (above 0) or so few (below 0) where that many are expected, which stray as the topic usually does (negative binomial)',
        q DOUBLE COMMENT 'false discovery rate of all days with as many articles too many, or more (Benjamini and Hochberg 1995); 1 on a day without articles',
        burst BOOLEAN COMMENT 'whether the topic flared up: q at most 0.02, at least 5 articles and at least 1.5 times as many as expected; or its week, Monday to Sunday, passes all of this although such days count as usual in it, and the day has at least 1.5 times as many as expected; never on a day that has a suspicious part of the archive (the check crowded_day)'
        """,
        "topic_id",
        "day");
  }

  /**
   * A day of a topic.
   *
   * @param q 1 on a day without articles
   */
  record Day(double expected, double z, double q, boolean burst) {}

  /** Whether each period of a topic is a flare, and the numbers that say so. */
  private record Judgement(List<Surprise> surprises, double[] q, boolean[] flares) {
    static Judgement of(long[] articles, List<Surprise> surprises, FalseDiscoveryRate.Rates rates) {
      double[] q = new double[articles.length];
      boolean[] flares = new boolean[articles.length];
      for (int i = 0; i < articles.length; i++) {
        Surprise surprise = surprises.get(i);
        q[i] = surprise.isTested() ? rates.of(surprise.p()) : 1;
        flares[i] =
            q[i] <= BURST_RATE
                && articles[i] >= BURST_ARTICLES
                && articles[i] >= surprise.expected() * BURST_LIFT;
      }
      return new Judgement(surprises, q, flares);
    }
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.distinct("day"), Fact.min("day"), Fact.max("day"));
  }

  @Override
  List<Row> rows(Findings findings) {
    ArticleCounts counts = findings.counts().articles();
    long[] totals = counts.byDay();
    long[][] articles = counts.byTopicAndDay();
    List<LocalDate> days =
        IntStream.range(0, totals.length).mapToObj(day -> counts.days().day(day)).toList();
    List<List<Day>> judged = judged(articles, totals, days);
    List<Row> rows = new ArrayList<>();
    for (int topic = 0; topic < articles.length; topic++) {
      for (int day = 0; day < totals.length; day++) {
        Day found = judged.isEmpty() ? null : judged.get(topic).get(day);
        rows.add(
            RowFactory.create(
                counts.topicIds()[topic],
                days.get(day),
                articles[topic][day],
                totals[day],
                totals[day] > 0 ? (double) articles[topic][day] / totals[day] : 0,
                found == null ? null : found.expected(),
                found == null ? null : found.z(),
                found == null ? null : found.q(),
                found == null ? null : found.burst()));
      }
    }
    return rows;
  }

  /**
   * Judges each day by all others and, because a story may come in a few articles a day, each week
   * by all others.
   *
   * @param articles by topic and day
   * @param totals all articles by day
   * @param days the days, one after another
   * @return by topic and day; nothing where too few days have articles
   */
  static List<List<Day>> judged(long[][] articles, long[] totals, List<LocalDate> days) {
    List<Judgement> daily = judgements(articles, totals);
    if (daily.isEmpty()) {
      return List.of();
    }
    int crowded = CrowdedDay.of(totals).orElse(-1);
    int[] week = weeks(days);
    long[] weeklyTotals = new long[week.length == 0 ? 0 : week[week.length - 1] + 1];
    long[][] usual = new long[articles.length][weeklyTotals.length];
    for (int day = 0; day < totals.length; day++) {
      weeklyTotals[week[day]] += totals[day];
      for (int topic = 0; topic < articles.length; topic++) {
        Judgement judged = daily.get(topic);
        usual[topic][week[day]] +=
            judged.flares()[day] || day == crowded
                ? (long) Math.rint(judged.surprises().get(day).expected())
                : articles[topic][day];
      }
    }
    List<Judgement> weekly = judgements(usual, weeklyTotals);
    return IntStream.range(0, articles.length)
        .mapToObj(
            topic ->
                days(
                    articles[topic],
                    daily.get(topic),
                    week,
                    crowded,
                    weekly.isEmpty()
                        ? new boolean[weeklyTotals.length]
                        : weekly.get(topic).flares()))
        .toList();
  }

  private static List<Day> days(
      long[] articles, Judgement daily, int[] week, int crowded, boolean[] weekly) {
    return IntStream.range(0, articles.length)
        .mapToObj(
            day -> {
              Surprise surprise = daily.surprises().get(day);
              boolean slow =
                  weekly[week[day]]
                      && articles[day] > 0
                      && articles[day] >= surprise.expected() * BURST_LIFT;
              return new Day(
                  surprise.expected(),
                  surprise.z(),
                  daily.q()[day],
                  day != crowded && (daily.flares()[day] || slow));
            })
        .toList();
  }

  /** Of all topics, which are one family of tests; none where too few periods have articles. */
  private static List<Judgement> judgements(long[][] articles, long[] totals) {
    long volume = LongStream.of(totals).sum();
    long periods = LongStream.of(totals).filter(total -> total > 0).count();
    if (periods < Surprise.LEAST_PERIODS) {
      return List.of();
    }
    List<List<Surprise>> surprises =
        Arrays.stream(articles)
            .parallel()
            .map(
                topic ->
                    Surprise.of(
                        IntStream.range(0, totals.length)
                            .mapToObj(i -> new Count(i, topic[i], totals[i]))
                            .toList(),
                        volume,
                        periods))
            .toList();
    var tests = new FalseDiscoveryRate();
    surprises.forEach(
        topic -> topic.stream().filter(Surprise::isTested).forEach(s -> tests.add(s.p())));
    FalseDiscoveryRate.Rates rates = tests.rates();
    return IntStream.range(0, articles.length)
        .mapToObj(topic -> Judgement.of(articles[topic], surprises.get(topic), rates))
        .toList();
  }

  /** The number of each day's week, Monday to Sunday, from 0. */
  private static int[] weeks(List<LocalDate> days) {
    Map<LocalDate, Integer> numbers = new HashMap<>();
    return days.stream()
        .mapToInt(day -> numbers.computeIfAbsent(Period.WEEK.start(day), w -> numbers.size()))
        .toArray();
  }
}
