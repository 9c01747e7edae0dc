package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * An article that prints several texts, a roundup, would join their stories. It stays with the
 * nearest of its near-duplicates, and with those that have something in common with that one.
 */
final class Roundups {
  /** Half of what near-duplicates have in common at least. */
  private static final double LEAST_SIMILAR = 0.06;

  private Roundups() {}

  /**
   * Of the links those that hold seen from either end: earlier, later.
   *
   * @param links earlier, later, similarity
   * @param signatures what {@link Signatures#of} returns
   */
  static Dataset<Row> parted(Dataset<Row> links, Dataset<Row> signatures) {
    Column link = struct("earlier", "later");
    var nearest =
        Window.partitionBy("article").orderBy(col("similarity").desc(), col("other").asc());
    Dataset<Row> seenFromBoth =
        links
            .select(
                col("similarity"),
                link.as("link"),
                explode(array(ends("earlier", "later"), ends("later", "earlier"))).as("end"))
            .select("similarity", "link", "end.*")
            .withColumn("nearest", first("other").over(nearest))
            .select(col("link"), col("nearest").as("earlier"), col("other").as("later"));
    return NearDuplicates.similarity(seenFromBoth, signatures)
        .groupBy("link")
        .agg(min("similarity").as("similarity"))
        .where(col("similarity").geq(LEAST_SIMILAR))
        .select("link.*");
  }

  private static Column ends(String article, String other) {
    return struct(col(article).as("article"), col(other).as("other"));
  }
}
