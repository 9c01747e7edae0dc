package dev.broadsheet.tables;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

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

  /** The topics of an article, the main one first, and how much of it is about each. */
  private static final class Weights implements Serializable {
    private static final long serialVersionUID = 1;
    private final int[] topics;
    private final double[] weights;

    Weights(Article article) {
      topics = article.topics();
      weights = article.weights();
    }
  }

  @Override
  public void write(Findings findings, TableFiles files) {
    files.write(this, weights(findings), ArticleTopicsTable::rows);
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return weights(findings).flatMap(ArticleTopicsTable::rows);
  }

  private static JavaPairRDD<String, Weights> weights(Findings findings) {
    return findings
        .articles()
        .filter(article -> article.mainTopic().isPresent())
        .mapToPair(article -> new Tuple2<>(article.id(), new Weights(article)));
  }

  private static Iterator<Row> rows(Tuple2<String, Weights> article) {
    Weights of = article._2();
    return IntStream.range(0, of.topics.length)
        .mapToObj(i -> RowFactory.create(article._1(), of.topics[i], i + 1, of.weights[i]))
        .iterator();
  }
}
