package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.statistics.Baseline.Count;
import dev.broadsheet.statistics.FalseDiscoveryRate;
import dev.broadsheet.statistics.Surprise;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** When each name was in the news, and how surprising that was. */
final class NameDaysTable extends DistributedTable {
  NameDaysTable() {
    super(
        "name_days",
        "A name on a day on which it occurs; on the other days it has no articles."
            + " Articles without a date or a topic are not in it.",
        """
        name STRING NOT NULL COMMENT 'as in names',
        day DATE NOT NULL COMMENT 'a day with articles that have the name',
        articles BIGINT NOT NULL COMMENT 'articles of that day that have the name, duplicates too',
        expected DOUBLE COMMENT 'what the name''s usual share makes of that day''s articles with a topic (total in topic_days); null below 7 days with articles',
        z DOUBLE COMMENT 'surprise: the standard normal deviate of so many articles or more by chance',
        q DOUBLE COMMENT 'false discovery rate of all names and days at least as surprising',
        example_article_id STRING NOT NULL COMMENT 'one of these articles: an original, with the name in its title, rather than others; then the shortest'
        """,
        Growth.ARTICLES,
        "name",
        "day");
  }

  /** A row without its false discovery rate. */
  private record Day(
      String name, int day, long articles, Double expected, Double z, Double p, String example)
      implements Serializable {
    Row row(FalseDiscoveryRate.Rates rates) {
      return RowFactory.create(
          name,
          LocalDate.ofEpochDay(day),
          articles,
          expected,
          z,
          p == null ? null : rates.of(p),
          example);
    }
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    ArticleCounts articles = findings.counts().articles();
    int first = articles.days().first();
    long[] totals = articles.byDay();
    long periods = Arrays.stream(totals).filter(total -> total > 0).count();
    var names = findings.counts().names().byName();
    JavaRDD<Day> days =
        names.flatMap(name -> days(name._1(), name._2(), first, totals, periods).iterator());
    FalseDiscoveryRate tests =
        periods < Surprise.LEAST_PERIODS
            ? new FalseDiscoveryRate()
            : days.map(Day::p)
                .treeAggregate(
                    new FalseDiscoveryRate(), FalseDiscoveryRate::add, FalseDiscoveryRate::add);
    var rates = tests.rates(names.count() * periods);
    return days.map(day -> day.row(rates));
  }

  private static Stream<Day> days(
      String name, NameCounts.OfName counts, int first, long[] totals, long periods) {
    List<Map.Entry<Integer, NameCounts.OfDay>> days = new ArrayList<>(counts.days().entrySet());
    List<Surprise> surprises =
        periods < Surprise.LEAST_PERIODS
            ? List.of()
            : Surprise.of(
                days.stream()
                    .map(
                        day ->
                            new Count(
                                day.getKey(),
                                day.getValue().articles(),
                                totals[day.getKey() - first]))
                    .toList(),
                Arrays.stream(totals).sum(),
                periods);
    return IntStream.range(0, days.size())
        .mapToObj(
            i -> {
              NameCounts.OfDay day = days.get(i).getValue();
              Surprise surprise = surprises.isEmpty() ? null : surprises.get(i);
              return new Day(
                  name,
                  days.get(i).getKey(),
                  day.articles(),
                  surprise == null ? null : surprise.expected(),
                  surprise == null ? null : surprise.z(),
                  surprise == null ? null : surprise.p(),
                  day.example());
            });
  }
}
