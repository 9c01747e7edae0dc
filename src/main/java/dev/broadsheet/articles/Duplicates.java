package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.dense_rank;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Finds articles that say the same to the letter but for case, white space and punctuation: other
 * versions under one id, equal titles with equal bodies, and equal bodies of a dozen words or more.
 * Of these the one published first is the original, then the one with the smallest id, so that
 * tomorrow's reprint does not change which article counts.
 *
 * <p>A short body, such as "Watch the video.", says too little to make two articles one. A body of
 * any length that one source has under five titles is a stub: a wall, a notice, anything but the
 * text of these articles.
 */
public final class Duplicates {
  private Duplicates() {}

  /** The fewest words of a body that is the same in two articles for one reason only. */
  private static final int WORDS = 12;

  private static final int TITLES_OF_A_STUB = 5;

  /**
   * Adds duplicate_of: the id of the original, which is itself no duplicate, or null; and stub:
   * whether the body is that of many articles of the source. The input is used three times, so the
   * caller may want to cache it.
   *
   * @param articles what {@link ArticleId#assign} returns
   */
  public static Dataset<Row> mark(Dataset<Row> articles) {
    Dataset<Row> winners =
        articles
            .where(col("version_of").isNull())
            .select(
                col("article_id"),
                col("source"),
                coalesce(col("published"), lit("9999-12-31").cast("date")).as("first"),
                Letters.hasWords(col("body"), WORDS).as("long"),
                coalesce(Letters.hash(col("title")), lit("")).as("headline"),
                Letters.hash(col("body")).as("text"));
    Dataset<Row> repeated =
        winners.groupBy("text").agg(count(lit(1)).as("copies")).where(col("copies").gt(1));
    var ofSource = Window.partitionBy("text", "source").orderBy("headline");
    Column group =
        when(col("long").and(not(col("stub"))), col("text"))
            .otherwise(concat(col("text"), col("headline")));
    Dataset<Row> copies =
        winners
            .join(repeated, "text")
            .withColumn("titles", dense_rank().over(ofSource))
            .withColumn("titles", max("titles").over(Window.partitionBy("text")))
            .withColumn("stub", col("source").isNotNull().and(col("titles").geq(TITLES_OF_A_STUB)))
            .withColumn("group", group)
            .withColumn(
                "original",
                min(struct("first", "article_id"))
                    .over(Window.partitionBy("group"))
                    .getField("article_id"))
            .select(col("article_id").as("winner"), col("original"), col("stub"));
    return articles
        .join(copies, coalesce(col("version_of"), col("article_id")).equalTo(col("winner")), "left")
        .withColumn(
            "duplicate_of",
            coalesce(
                when(col("winner").notEqual(col("original")), col("original")), col("version_of")))
        .withColumn("stub", coalesce(col("stub"), lit(false)))
        .drop("winner", "original");
  }
}
