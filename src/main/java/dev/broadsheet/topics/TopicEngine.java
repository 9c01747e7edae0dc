package dev.broadsheet.topics;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A way to find topics. */
public interface TopicEngine {
  /**
   * Where a fit begins.
   *
   * @param topics k, at least 1
   * @param given at most k topics to begin with, rows over the V terms; an engine that cannot begin
   *     with topics passes them over
   */
  record Start(int topics, double[][] given) {
    /** From nothing. */
    public static Start afresh(int topics) {
      return new Start(topics, new double[0][]);
    }
  }

  /**
   * Fits a model.
   *
   * @param vectors article_id, counts and features of documents that have terms, in canonical
   *     order: partitioned by the hash of article_id into a number of partitions that depends on
   *     the data alone, and sorted by it; cached, as the engine passes over them many times
   */
  TopicModel fit(Dataset<Row> vectors, Start start, long seed);
}
