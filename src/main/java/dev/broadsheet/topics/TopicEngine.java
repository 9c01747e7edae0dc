package dev.broadsheet.topics;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A way to find topics. */
public interface TopicEngine {
  /**
   * Fits a model.
   *
   * @param vectors article_id, counts and tfidf of documents that have terms, in canonical order:
   *     partitioned by the hash of article_id into a number of partitions that depends on the data
   *     alone, and sorted by it; cached, as the engine passes over them many times
   * @param topics k, at least 1
   */
  TopicModel fit(Dataset<Row> vectors, int topics, long seed);
}
