package dev.broadsheet.tables;

import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The topics of each article. */
final class ArticleTopicsTable extends DistributedTable {
  ArticleTopicsTable() {
    super(
        "article_topics",
        "A topic of an article: those of weight 0.05 and more, at most 8, scaled to add up to 1.",
        """
        article_id STRING NOT NULL COMMENT 'the article; duplicates have the rows of their original',
        topic_id INT NOT NULL COMMENT 'the topic',
        rank INT NOT NULL COMMENT '1 is the main topic',
        weight DOUBLE NOT NULL COMMENT 'how much of the article is about it; adds up to 1 over the article''s rows'
        """,
        Growth.ARTICLES,
        "article_id",
        "rank");
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return findings
        .articles()
        .flatMap(
            a ->
                IntStream.range(0, a.topics().length)
                    .mapToObj(i -> RowFactory.create(a.id(), a.topics()[i], i + 1, a.weights()[i]))
                    .iterator());
  }
}
