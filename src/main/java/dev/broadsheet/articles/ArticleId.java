package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * Gives every article its id: the first 16 hex digits of SHA-256 over its canonical URL, or over
 * title, date and body where it has none.
 *
 * <p>Articles under one address are versions of one if their titles are equal or half of the
 * shorter text is in the other. An address of several articles, a home page or a feed, names none
 * of them: their ids are of address, title, date and body.
 *
 * <p>Of several versions the latest wins, then the longest, then the smallest text, then the
 * smallest URL, and keeps the id. The others need a key of their own, so that {@code article_id}
 * stays one: the hash of the shared id and their place in that order.
 */
public final class ArticleId {
  private static final UserDefinedFunction SKETCH =
      udf(
          (UDF1<String, int[]>) TextSketch::of,
          DataTypes.createArrayType(DataTypes.IntegerType, false));

  private static final UserDefinedFunction VERSIONS =
      udf(
          (UDF1<Seq<Row>, Row[]>) SharedAddress::split,
          DataTypes.createArrayType(
              StructType.fromDDL("place int, article string, articles int"), false));

  private ArticleId() {}

  /** Adds article_id, and version_of: the shared id for a version that did not win, else null. */
  public static Dataset<Row> assign(Dataset<Row> articles) {
    Column content = concat_ws("\n", col("title"), col("published"), col("body"));
    Dataset<Row> keyed =
        articles
            .withColumn("key", hash(coalesce(col("canonical_url"), content)))
            .withColumn("place", row_number().over(versions("key")))
            .withColumn("same", count(lit(1)).over(Window.partitionBy("key")));
    Dataset<Row> split =
        keyed
            .where(col("same").gt(1).and(col("canonical_url").isNotNull()))
            .select(
                col("key"),
                struct(
                        col("place"),
                        coalesce(Letters.hash(col("title")), lit("")).as("title"),
                        hash(content).as("content"),
                        SKETCH.apply(col("body")).as("sketch"))
                    .as("version"))
            .groupBy("key")
            .agg(sort_array(collect_list("version")).as("versions"))
            .select(col("key"), inline(VERSIONS.apply(col("versions"))))
            .where(col("articles").gt(1))
            .drop("articles");
    return keyed
        .join(split, new String[] {"key", "place"}, "left")
        .withColumn(
            "key",
            when(col("article").isNull(), col("key"))
                .otherwise(hash(concat_ws("#", col("key"), col("article")))))
        .withColumn("version", row_number().over(versions("key")))
        .withColumn(
            "article_id",
            when(col("version").equalTo(1), col("key"))
                .otherwise(hash(concat_ws("#", col("key"), col("version")))))
        .withColumn("version_of", when(col("version").gt(1), col("key")))
        .drop("key", "version", "place", "same", "article");
  }

  /**
   * The three addresses that the most different articles share.
   *
   * @param articles what {@link #assign} returned
   * @return canonical_url, articles, all: articles under any such address
   */
  public static Dataset<Row> sharedAddresses(Dataset<Row> articles) {
    return articles
        .where(col("version_of").isNull().and(col("canonical_url").isNotNull()))
        .groupBy("canonical_url")
        .agg(count(lit(1)).as("articles"))
        .where(col("articles").gt(1))
        .withColumn("all", sum("articles").over(Window.partitionBy()))
        .orderBy(col("articles").desc(), col("canonical_url").asc())
        .limit(3);
  }

  private static WindowSpec versions(String key) {
    return Window.partitionBy(key)
        .orderBy(
            col("published").desc_nulls_last(),
            length(col("body")).desc(),
            col("title").asc(),
            col("body").asc(),
            col("url").asc(),
            col("input_file").asc(),
            col("record").asc());
  }

  private static Column hash(Column text) {
    return left(sha2(text.cast("binary"), 256), lit(16));
  }
}
