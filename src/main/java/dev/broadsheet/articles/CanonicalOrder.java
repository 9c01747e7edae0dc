package dev.broadsheet.articles;

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
  private static final long ARTICLES_A_PARTITION = 4000;

  private CanonicalOrder() {}

  /** In how many partitions so many articles are. */
  public static int partitions(long articles) {
    return (int) (1 + articles / ARTICLES_A_PARTITION);
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
