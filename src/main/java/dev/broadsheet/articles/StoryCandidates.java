package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Pairs of articles that may be one story, because their sketches share hashes. Among the articles
 * of a hash each is paired with the one before it, if that is at most a week older, and with the
 * first of its week, never with all: at most 96 pairs for an article, whether ten or ten thousand
 * repeat it.
 *
 * <p>A hash that articles share over more than two weeks is that of a form which is filled in again
 * and again. Two articles are a candidate if two of the hashes that they share, and a quarter, are
 * not; or if they share half of all, which is how a form that says the same again is found.
 */
final class StoryCandidates {
  /** Days between two articles of one story that follow each other. */
  private static final int APART = 7;

  private static final int FRESH = 2 * APART;
  private static final int LEAST_FRESH = 2;

  /** Of fewer than one hash in so many that are fresh, the others are a form. */
  private static final int FORM = 4;

  private StoryCandidates() {}

  /**
   * Pairs: earlier, later (keys), fresh: whether they share more than a form. Nothing but hashes is
   * shuffled.
   *
   * @param signatures what {@link Signatures#of} returns
   */
  static Dataset<Row> of(Dataset<Row> signatures) {
    var inOrder =
        Window.partitionBy("hash")
            .orderBy(col("week").asc_nulls_last(), col("day").asc(), col("key").asc());
    Column article = struct(col("day"), col("key"), col("hashes"));
    Column near = coalesce(col("day").minus(col("previous.day")).leq(APART), lit(true));
    Dataset<Row> postings =
        signatures.select(
            col("key"),
            col("day"),
            floor(col("day").divide(APART)).as("week"),
            size(col("sketch")).as("hashes"),
            explode(col("sketch")).as("hash"));
    Dataset<Row> shared =
        postings
            .groupBy("hash")
            .agg(
                count(lit(1)).as("articles"),
                coalesce(max("day").minus(min("day")).leq(FRESH), lit(true)).as("fresh"))
            .where(col("articles").gt(1))
            .drop("articles");
    return postings
        .join(shared, "hash")
        .withColumn("previous", lag(article, 1).over(inOrder))
        .withColumn("first", min(article).over(Window.partitionBy("hash", "week")))
        .where(col("previous").isNotNull())
        .withColumn("previous", when(near, col("previous")))
        .select(
            col("key"),
            col("hashes"),
            col("fresh"),
            explode(others(array(col("previous"), col("first")))).as("other"))
        .groupBy(col("other.key").as("earlier"), col("key").as("later"))
        .agg(
            count(lit(1)).as("shared"),
            count_if(col("fresh")).as("fresh"),
            min(least(col("hashes"), col("other.hashes"))).as("hashes"))
        .withColumn(
            "fresh",
            col("fresh").geq(LEAST_FRESH).and(col("fresh").multiply(FORM).geq(col("shared"))))
        .where(col("fresh").or(col("shared").multiply(2).geq(col("hashes"))))
        .select("earlier", "later", "fresh");
  }

  private static Column others(Column articles) {
    return array_distinct(
        filter(
            articles, other -> other.isNotNull().and(other.getField("key").notEqual(col("key")))));
  }
}
