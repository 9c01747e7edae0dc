package dev.broadsheet.articles.identity;

import dev.broadsheet.shuffle.ByHash;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/**
 * The order of all rows that are of articles: partitioned by the hash of the original's id, sorted
 * by it and then by the article's own, so that a duplicate follows its original. It depends on
 * nothing but the articles, and what follows from rows in this order, without moving any, is in it
 * too.
 */
public final class CanonicalOrder {
  /** What a task costs is little beside the work on so many articles. */
  private static final long ARTICLES_A_PARTITION = 4000;

  /** So many partitions keep most clusters busy; more articles make them larger, not more. */
  private static final long ENOUGH = 15;

  /** At most so many articles are of one partition, of which passes hold all words. */
  private static final long MOST_ARTICLES = 8000;

  private static final long MOST_CHARACTERS = 16_000_000;

  private CanonicalOrder() {}

  /**
   * In how many partitions so many articles are.
   *
   * @param characters of their bodies together
   */
  public static int partitions(long articles, long characters) {
    long least = Math.max(articles / MOST_ARTICLES, characters / MOST_CHARACTERS);
    return (int) (1 + Math.max(least, Math.min(articles / ARTICLES_A_PARTITION, ENOUGH)));
  }

  /**
   * Puts rows with article_id into it.
   *
   * @param original the article_id of what a row's article is a duplicate of, or its own
   */
  public static Dataset<Row> of(Dataset<Row> rows, int partitions, Column original) {
    Dataset<Row> placed = rows.withColumn("canonical", original);
    return placed
        .repartition(partitions, placed.col("canonical"))
        .sortWithinPartitions("canonical", "article_id")
        .drop("canonical");
  }

  /**
   * Puts rows of originals into it, by the same hash, however few they are: of none Spark SQL would
   * make no partitions.
   *
   * @param rows the article_id of an original comes first
   */
  public static JavaRDD<Row> ofOriginals(JavaRDD<Row> rows, int partitions) {
    return rows.mapToPair(row -> new Tuple2<>(row.getString(0), row))
        .repartitionAndSortWithinPartitions(new ByHash(partitions))
        .values();
  }
}
