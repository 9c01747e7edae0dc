package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.topics.Topic;
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
        day DATE NOT NULL COMMENT 'every day from the first article''s to the last one''s',
        articles BIGINT NOT NULL COMMENT 'articles of that day whose main topic it is, duplicates too',
        total BIGINT NOT NULL COMMENT 'articles of that day with a topic',
        share DOUBLE NOT NULL COMMENT 'articles / total; 0 on a day without articles',
        expected DOUBLE COMMENT 'articles that the topic''s share of all other days, its flares apart, makes of that day''s total; null with fewer than 7 days that have articles, as are z, q and burst',
        z DOUBLE COMMENT 'surprise: standard normal deviate of the probability of so many articles (above 0) or so few (below 0) where that many are expected, which stray as the topic usually does (negative binomial)',
        q DOUBLE COMMENT 'false discovery rate of all days with as many articles too many, or more (Benjamini and Hochberg 1995); 1 on a day without articles',
        burst BOOLEAN COMMENT 'whether the topic flared up: q at most 0.02, at least 5 articles and at least 1.5 times as many as expected'
        """,
        Growth.BOUNDED,
        "topic_id",
        "day");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> main =
        findings
            .articleTopics()
            .where(col("rank").equalTo(1))
            .join(findings.articles(), "article_id")
            .where(col("published").isNotNull())
            .select(col("topic_id"), col("published").as("day"));
    Dataset<Row> counts = main.groupBy("topic_id", "day").agg(count(lit(1)).as("articles"));
    Dataset<Row> volumes =
        calendar(findings.articles())
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
    return bursts(Surprise.of(everyDay, volumes, "day", "topic_id"))
        .withColumn(
            "share", when(col("total").gt(0), col("articles").divide(col("total"))).otherwise(0.0));
  }

  /** Adds q and burst to surprises; each family of rows is judged by itself. */
  static Dataset<Row> bursts(Dataset<Row> surprises, String... family) {
    return Surprise.withFalseDiscoveryRate(surprises, family)
        .withColumn("q", when(col("total").gt(0), col("q")).when(col("z").isNotNull(), 1.0))
        .withColumn(
            "burst",
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
}
