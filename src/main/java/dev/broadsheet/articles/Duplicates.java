package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Finds articles that say the same to the letter: other versions under one id, and bodies that are
 * equal but for case, white space and punctuation. Of equal bodies the one published first is the
 * original, then the one with the smallest id, so that tomorrow's reprint does not change which
 * article counts.
 */
public final class Duplicates {
  private Duplicates() {}

  /**
   * Adds duplicate_of: the id of the original, which is itself no duplicate, or null. The input is
   * used three times, so the caller may want to cache it.
   *
   * @param articles what {@link ArticleId#assign} returns
   */
  public static Dataset<Row> mark(Dataset<Row> articles) {
    Column letters = regexp_replace(lower(col("body")), "[\\s\\p{Z}\\p{P}\\p{S}]+", "");
    Dataset<Row> winners =
        articles
            .where(col("version_of").isNull())
            .select(
                col("article_id"),
                coalesce(col("published"), lit("9999-12-31").cast("date")).as("first"),
                when(length(letters).gt(0), sha2(letters.cast("binary"), 256)).as("text"));
    Dataset<Row> repeated =
        winners
            .where(col("text").isNotNull())
            .groupBy("text")
            .agg(count(lit(1)).as("copies"), min(struct("first", "article_id")).as("original"))
            .where(col("copies").gt(1))
            .select(col("text"), col("original.article_id").as("original"));
    Dataset<Row> copies =
        winners
            .join(repeated, "text")
            .where(col("article_id").notEqual(col("original")))
            .select(col("article_id").as("winner"), col("original"));
    return articles
        .join(copies, coalesce(col("version_of"), col("article_id")).equalTo(col("winner")), "left")
        .withColumn("duplicate_of", coalesce(col("original"), col("version_of")))
        .drop("winner", "original");
  }
}
