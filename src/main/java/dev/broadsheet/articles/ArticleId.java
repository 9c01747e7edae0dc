package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Gives every article its id: the first 16 hex digits of SHA-256 over its canonical URL, or over
 * title, date and body where it has none.
 *
 * <p>Of several versions under one id the latest wins, then the longest, then the smallest text,
 * then the smallest URL, and keeps the id. The others need a key of their own, so that {@code
 * article_id} stays one: the hash of the shared id and their place in that order.
 */
public final class ArticleId {
  private ArticleId() {}

  /** Adds article_id, and version_of: the shared id for a version that did not win, else null. */
  public static Dataset<Row> assign(Dataset<Row> articles) {
    Column content = concat_ws("\n", col("title"), col("published"), col("body"));
    var versions =
        Window.partitionBy("key")
            .orderBy(
                col("published").desc_nulls_last(),
                length(col("body")).desc(),
                col("title").asc(),
                col("body").asc(),
                col("url").asc(),
                col("input_file").asc(),
                col("record").asc());
    return articles
        .withColumn("key", hash(coalesce(col("canonical_url"), content)))
        .withColumn("version", row_number().over(versions))
        .withColumn(
            "article_id",
            when(col("version").equalTo(1), col("key"))
                .otherwise(hash(concat_ws("#", col("key"), col("version")))))
        .withColumn("version_of", when(col("version").gt(1), col("key")))
        .drop("key", "version");
  }

  private static Column hash(Column text) {
    return left(sha2(text.cast("binary"), 256), lit(16));
  }
}
