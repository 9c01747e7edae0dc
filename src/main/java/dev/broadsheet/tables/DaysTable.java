package dev.broadsheet.tables;

import dev.broadsheet.dates.DateRange;
import dev.broadsheet.runs.Fact;
import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** How much each source published on each day. */
final class DaysTable extends DistributedTable {
  /** A record that was rejected may be of a day so far from those of articles. */
  private static final int NEAR = 30;

  DaysTable() {
    super(
        "days",
        "A source on a day. A day without any article is one row with zeros.",
        """
        day DATE COMMENT 'every day from the first article''s to the last one''s; null for articles without a date, or with one far from all others or after the run',
        source STRING COMMENT 'as in articles; null for articles without a URL, and for a day without any article',
        articles BIGINT NOT NULL COMMENT 'articles of that source and day, duplicates too',
        duplicates BIGINT NOT NULL COMMENT 'of these, duplicates',
        rejected BIGINT NOT NULL COMMENT 'records in quarantine, by what could be read of date and URL'
        """,
        Growth.BOUNDED,
        "day",
        "source");
  }

  /** Articles, duplicates and rejected records of a source on a day. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1;
    private long articles;
    private long duplicates;
    private long rejected;

    private Counts add(Counts other) {
      articles += other.articles;
      duplicates += other.duplicates;
      rejected += other.rejected;
      return this;
    }

    private void add(Article article) {
      articles++;
      duplicates += article.isOriginal() ? 0 : 1;
    }

    static Counts ofRejected() {
      var counts = new Counts();
      counts.rejected = 1;
      return counts;
    }
  }

  /** Who published what on a day; nobody on a day without any article. */
  private static final class Sources implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<String, Counts> counts = new HashMap<>();

    static Sources of(String source, Counts counts) {
      var sources = new Sources();
      sources.counts.put(source, counts);
      return sources;
    }

    private void add(Article article) {
      counts.computeIfAbsent(article.source(), source -> new Counts()).add(article);
    }

    private Sources add(Sources other) {
      other.counts.forEach((source, more) -> counts.merge(source, more, Counts::add));
      return this;
    }

    private List<Row> rows(LocalDate day) {
      if (counts.isEmpty()) {
        counts.put(null, new Counts());
      }
      return counts.entrySet().stream()
          .map(
              source ->
                  RowFactory.create(
                      day,
                      source.getKey(),
                      source.getValue().articles,
                      source.getValue().duplicates,
                      source.getValue().rejected))
          .toList();
    }
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.sum("rejected"));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    Optional<DateRange> dates = findings.corpus().periods().dates();
    DateRange axis = dates.orElse(null);
    JavaPairRDD<LocalDate, Sources> articles =
        findings.articles().mapPartitionsToPair(some -> counted(some, axis));
    JavaPairRDD<LocalDate, Sources> rejected =
        findings
            .corpus()
            .rejected()
            .mapToPair(
                r ->
                    new Tuple2<>(
                        within(axis, NEAR, day(r)),
                        Sources.of(r.getAs("source"), Counts.ofRejected())));
    List<Tuple2<LocalDate, Sources>> calendar =
        dates.stream()
            .flatMap(range -> range.first().datesUntil(range.last().plusDays(1)))
            .map(day -> new Tuple2<>(day, new Sources()))
            .toList();
    return ByKey.mergedInFew(
            articles
                .union(rejected)
                .union(
                    JavaSparkContext.fromSparkContext(findings.articles().context())
                        .parallelizePairs(calendar, 1)),
            Sources::add)
        .flatMap(day -> day._2().rows(day._1()).iterator());
  }

  /** An object for each day, not for each article. */
  private static Iterator<Tuple2<LocalDate, Sources>> counted(
      Iterator<Article> articles, DateRange axis) {
    Map<LocalDate, Sources> days = new HashMap<>();
    articles.forEachRemaining(
        article ->
            days.computeIfAbsent(within(axis, 0, article.published()), day -> new Sources())
                .add(article));
    return days.entrySet().stream()
        .map(day -> new Tuple2<>(day.getKey(), day.getValue()))
        .iterator();
  }

  private static LocalDate day(Row rejected) {
    Date published = rejected.getAs("published");
    return published == null ? null : published.toLocalDate();
  }

  /** The day where it is in the axis, or so many days from it; else null. */
  private static LocalDate within(DateRange axis, int near, LocalDate day) {
    boolean far =
        axis != null
            && day != null
            && (day.isBefore(axis.first().minusDays(near))
                || day.isAfter(axis.last().plusDays(near)));
    return far ? null : day;
  }
}
