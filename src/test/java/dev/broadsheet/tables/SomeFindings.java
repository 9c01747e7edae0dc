package dev.broadsheet.tables;

import dev.broadsheet.topics.TopicContinuity;
import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Findings of which a test says what it is about; all else is empty. */
final class SomeFindings {
  private final SparkSession spark;
  private Dataset<Row> articles;
  private Dataset<Row> articleTopics;
  private Dataset<Row> names;
  private Dataset<Row> stories;
  private List<TopicContinuity.Link> lineage = List.of();

  SomeFindings(SparkSession spark) {
    this.spark = spark;
    articles = spark.emptyDataFrame();
    articleTopics = spark.emptyDataFrame();
    names = spark.emptyDataFrame();
    stories = spark.emptyDataFrame();
  }

  SomeFindings articles(Dataset<Row> rows) {
    articles = rows;
    return this;
  }

  SomeFindings articleTopics(Dataset<Row> rows) {
    articleTopics = rows;
    return this;
  }

  SomeFindings names(Dataset<Row> rows) {
    names = rows;
    return this;
  }

  SomeFindings stories(Dataset<Row> rows) {
    stories = rows;
    return this;
  }

  SomeFindings lineage(List<TopicContinuity.Link> links) {
    lineage = links;
    return this;
  }

  Findings all() {
    return new Findings(
        spark,
        articles,
        spark.emptyDataFrame(),
        new Vocabulary(new String[0], new String[0], new long[0], new long[0], 0),
        spark.emptyDataFrame(),
        articleTopics,
        List.of(),
        List.of(),
        lineage,
        List.of(),
        new Periods(Period.DAY, Optional.empty()),
        names,
        Optional.empty(),
        stories);
  }
}
