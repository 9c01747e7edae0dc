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

/** How much each topic was written about on each day. */
final class TopicDaysTable extends ComputedTable {
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
        expected DOUBLE COMMENT 'articles that the topic''s usual share makes of that day''s total; null in this version',
        z DOUBLE COMMENT 'surprise; null in this version',
        q DOUBLE COMMENT 'false discovery rate; null in this version',
        burst BOOLEAN COMMENT 'whether the topic flared up; null in this version'
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
    Dataset<Row> totals = main.groupBy("day").agg(count(lit(1)).as("total"));
    Dataset<Row> topics =
        findings
            .spark()
            .createDataset(findings.topics().stream().map(Topic::id).toList(), Encoders.INT())
            .toDF("topic_id");
    return topics
        .crossJoin(calendar(findings.articles()))
        .join(totals, new String[] {"day"}, "left")
        .join(counts, new String[] {"topic_id", "day"}, "left")
        .withColumn("articles", coalesce(col("articles"), lit(0L)))
        .withColumn("total", coalesce(col("total"), lit(0L)))
        .withColumn(
            "share", when(col("total").gt(0), col("articles").divide(col("total"))).otherwise(0.0))
        .withColumn("expected", lit(null))
        .withColumn("z", lit(null))
        .withColumn("q", lit(null))
        .withColumn("burst", lit(null));
  }

  /** Every day from the first article to the last: day. */
  static Dataset<Row> calendar(Dataset<Row> articles) {
    return articles
        .agg(min("published").as("first"), max("published").as("last"))
        .where(col("first").isNotNull())
        .select(explode(sequence(col("first"), col("last"))).as("day"));
  }
}
