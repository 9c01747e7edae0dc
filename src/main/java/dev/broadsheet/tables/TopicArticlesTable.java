package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** The articles to read for a topic. */
final class TopicArticlesTable extends ComputedTable {
  private static final int MOST = 25;

  TopicArticlesTable() {
    super(
        "topic_articles",
        "One of the 25 most typical articles of a topic, no duplicates and no two of one story.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        rank INT NOT NULL COMMENT '1 is the most typical: the largest weight, then the latest',
        article_id STRING NOT NULL COMMENT 'an original article',
        title STRING NOT NULL COMMENT 'as in articles',
        url STRING COMMENT 'as in articles',
        source STRING COMMENT 'as in articles',
        published DATE COMMENT 'as in articles',
        weight DOUBLE NOT NULL COMMENT 'as in article_topics',
        snippet STRING NOT NULL COMMENT 'start of the body, at most 200 characters'
        """,
        Growth.BOUNDED,
        "topic_id",
        "rank");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Column[] mostTypical = {
      round(col("weight"), 9).desc(), col("published").desc_nulls_last(), col("article_id").asc()
    };
    var ofTopic = Window.partitionBy("topic_id").orderBy(mostTypical);
    var ofStory =
        Window.partitionBy(col("topic_id"), coalesce(col("story_id"), col("article_id")))
            .orderBy(mostTypical);
    Dataset<Row> originals = findings.articles().where(col("duplicate_of").isNull());
    return findings
        .articleTopics()
        .drop("rank")
        .join(originals, "article_id")
        .join(
            findings.stories().select("article_id", "story_id"),
            new String[] {"article_id"},
            "left")
        .withColumn("of_story", row_number().over(ofStory))
        .where(col("of_story").equalTo(1))
        .withColumn("rank", row_number().over(ofTopic))
        .where(col("rank").leq(MOST));
  }
}
