package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Texts that were printed more than once, word for word or nearly. */
final class StoriesTable extends ComputedTable {
  StoriesTable() {
    super(
        "stories",
        "A story: two or more articles with one text, word for word or nearly; versions of an article under its own URL are none.",
        """
        story_id STRING NOT NULL COMMENT 'article_id of its first article',
        title STRING NOT NULL COMMENT 'of the first article',
        articles BIGINT NOT NULL COMMENT 'how many printed it, duplicates too',
        sources BIGINT NOT NULL COMMENT 'how many sources these have',
        first_published DATE COMMENT 'day of the earliest; null if none has one',
        last_published DATE COMMENT 'day of the latest',
        topic_id INT COMMENT 'main topic of most of its articles, then the smallest; null if none has one'
        """,
        Growth.ARTICLES,
        "story_id");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> members = findings.stories().join(findings.articles(), "article_id");
    Dataset<Row> topics =
        findings
            .articleTopics()
            .where(col("rank").equalTo(1))
            .join(findings.stories(), "article_id")
            .groupBy("story_id", "topic_id")
            .agg(count(lit(1)).as("articles"))
            .groupBy("story_id")
            .agg(
                max_by(col("topic_id"), struct(col("articles"), col("topic_id").multiply(-1)))
                    .as("topic_id"));
    return members
        .groupBy("story_id")
        .agg(
            max(when(col("is_first"), col("title"))).as("title"),
            count(lit(1)).as("articles"),
            count_distinct(col("source")).as("sources"),
            min("published").as("first_published"),
            max("published").as("last_published"))
        .join(topics, new String[] {"story_id"}, "left");
  }
}
