package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.topics.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/** How much each topic was written about on each day, and when it flared up. */
final class TopicDaysTable extends ComputedTable {
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
        burst BOOLEAN COMMENT 'whether the topic flared up: q at most 0.02, at least 5 articles and at least 1.5 times as many as expected; or its week, Monday to Sunday, passes all of this although such days count as usual in it, and the day has at least 1.5 times as many as expected'
        """,
        Growth.BOUNDED,
        "topic_id",
        "day");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.distinct("day"), Fact.min("day"), Fact.max("day"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> main =
        findings
            .articleTopics()
            .where(col("rank").equalTo(1))
            .join(findings.dated(), "article_id")
            .select(col("topic_id"), col("published").as("day"));
    Dataset<Row> counts = main.groupBy("topic_id", "day").agg(count(lit(1)).as("articles"));
    Dataset<Row> volumes =
        calendar(findings.dated())
            .join(main.groupBy("day").agg(count(lit(1)).as("total")), new String[] {"day"}, "left")
            .select(col("day"), coalesce(col("total"), lit(0L)).as("total"));
    Dataset<Row> topics =
        findings
            .spark()
            .createDataset(findings.topics().stream().map(Topic::id).toList(), Encoders.INT())
            .toDF("topic_id");
    Dataset<Row> everyDay =
        topics
            .crossJoin(volumes.select("day"))
            .join(counts, new String[] {"topic_id", "day"}, "left")
            .withColumn("articles", coalesce(col("articles"), lit(0L)));
    return judged(everyDay, volumes)
        .withColumn(
            "share", when(col("total").gt(0), col("articles").divide(col("total"))).otherwise(0.0));
  }

  /**
   * Judges each day by all others and, because a story may come in a few articles a day, each week
   * by all others.
   *
   * @param counts topic_id, day, articles, and what names a family, which is judged by itself
   * @param volumes day, total; every day once
   * @return counts with total, expected, z, q and burst
   */
  static Dataset<Row> judged(Dataset<Row> counts, Dataset<Row> volumes, String... family) {
    String[] topic = with(family, "topic_id");
    String[] week = with(topic, "week");
    Column weekOfDay = Period.WEEK.start(col("day"));
    Dataset<Row> days =
        flares(Surprise.of(counts, volumes, "day", topic), family).withColumn("week", weekOfDay);
    Column usual = when(col("flare"), rint(col("expected"))).otherwise(col("articles"));
    Dataset<Row> weekly = days.groupBy(columns(week)).agg(sum(usual.cast("bigint")).as("articles"));
    Dataset<Row> weeklyVolumes =
        volumes.groupBy(weekOfDay.as("week")).agg(sum("total").as("total"));
    Dataset<Row> weeks =
        flares(Surprise.of(weekly, weeklyVolumes, "week", topic), family)
            .select(columns(with(week, "flare")))
            .withColumnRenamed("flare", "in_week");
    Column slow =
        col("in_week")
            .and(col("articles").gt(0))
            .and(col("articles").geq(col("expected").multiply(BURST_LIFT)));
    return days.join(weeks, week, "left")
        .withColumn("burst", col("flare").or(coalesce(slow, lit(false))))
        .drop("week", "flare", "in_week");
  }

  /** Adds q and flare to surprises; each family of rows is judged by itself. */
  private static Dataset<Row> flares(Dataset<Row> surprises, String... family) {
    return Surprise.withFalseDiscoveryRate(surprises, family)
        .withColumn("q", when(col("total").gt(0), col("q")).when(col("z").isNotNull(), 1.0))
        .withColumn(
            "flare",
            when(
                col("z").isNotNull(),
                col("q")
                    .leq(BURST_RATE)
                    .and(col("articles").geq(BURST_ARTICLES))
                    .and(col("articles").geq(col("expected").multiply(BURST_LIFT)))));
  }

  /** Every day from the first article to the last: day. */
  static Dataset<Row> calendar(Dataset<Row> articles) {
    return articles
        .agg(min("published").as("first"), max("published").as("last"))
        .where(col("first").isNotNull())
        .select(explode(sequence(col("first"), col("last"))).as("day"));
  }

  private static String[] with(String[] names, String more) {
    return Stream.concat(Arrays.stream(names), Stream.of(more)).toArray(String[]::new);
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(name -> col(name)).toArray(Column[]::new);
  }
}
