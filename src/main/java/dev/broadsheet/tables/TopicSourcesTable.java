package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which sources write about a topic, and how much more than others do. */
final class TopicSourcesTable extends ComputedTable {
  /** So many sources are in it at most. */
  static final int SOURCES = 1000;

  TopicSourcesTable() {
    super(
        "topic_sources",
        "A topic and one of the 1,000 largest sources that has an article on it or would be expected to. Articles without a URL are a source of their own.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        source STRING COMMENT 'as in articles; null for articles without a URL',
        articles BIGINT NOT NULL COMMENT 'articles of the source whose main topic it is, duplicates too',
        expected DOUBLE NOT NULL COMMENT 'the topic''s articles times the source''s part of all articles with a topic',
        lift DOUBLE NOT NULL COMMENT 'articles / expected: above 1 if the source writes about it more than others do',
        z DOUBLE NOT NULL COMMENT 'articles - expected in standard deviations (adjusted residual, Haberman 1973); 0 where there is one source or one topic only',
        first_published DATE COMMENT 'day of the source''s first article on it; the source with the smallest was first; null if none has a date'
        """,
        Growth.BOUNDED,
        "topic_id",
        "source");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.distinct("source"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> counts =
        findings
            .articleTopics()
            .where(col("rank").equalTo(1))
            .join(findings.articles(), "article_id")
            .groupBy("topic_id", "source")
            .agg(count(lit(1)).as("articles"), min("published").as("first_published"));
    Dataset<Row> topics =
        counts.groupBy(col("topic_id").as("topic")).agg(sum("articles").as("of_topic"));
    Dataset<Row> largest =
        counts
            .groupBy(col("source").as("of"))
            .agg(sum("articles").as("of_source"))
            .orderBy(col("of_source").desc(), col("of").asc_nulls_first())
            .limit(SOURCES);
    Column cell = col("topic_id").equalTo(col("topic")).and(col("source").eqNullSafe(col("of")));
    Column expected = col("of_topic").multiply(col("of_source")).divide(col("total"));
    Column ofOthers = col("total").minus(col("of_topic")).divide(col("total"));
    Column byOthers = col("total").minus(col("of_source")).divide(col("total"));
    Column variance = col("expected").multiply(ofOthers).multiply(byOthers);
    return topics
        .crossJoin(broadcast(largest))
        .crossJoin(broadcast(topics.agg(sum("of_topic").as("total"))))
        .join(counts, cell, "left")
        .withColumn("topic_id", col("topic"))
        .withColumn("source", col("of"))
        .withColumn("articles", coalesce(col("articles"), lit(0L)))
        .withColumn("expected", expected)
        .where(col("articles").gt(0).or(col("expected").geq(1)))
        .withColumn("lift", col("articles").divide(col("expected")))
        .withColumn(
            "z",
            when(variance.gt(0), col("articles").minus(col("expected")).divide(sqrt(variance)))
                .otherwise(0.0));
  }
}
