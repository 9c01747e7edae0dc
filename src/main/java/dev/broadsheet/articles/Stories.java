package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Stories: articles that print one text, word for word or nearly. A story has two articles at
 * least; duplicates, which {@link Duplicates} has found, are in the story of their original, except
 * earlier versions of an article under its own address, which nobody reprinted.
 *
 * <p>Each reprint follows another within a week, so a story is not joined again by an anniversary,
 * nor by a form that is filled in every month. A story's id is the article_id of the original that
 * was published first (then the smallest id), so that tomorrow's reprints leave it as it is.
 */
public final class Stories {
  private Stories() {}

  /**
   * The articles that are in stories: article_id, story_id, similarity (Jaccard, of runs of three
   * words, to the first article; a duplicate has its original's), is_first.
   *
   * @param articles article_id, published, duplicate_of, version_of
   * @param signatures of the originals, what {@link Signatures#of} returns; used six times
   */
  public static Dataset<Row> of(Dataset<Row> articles, Dataset<Row> signatures) {
    Dataset<Row> links = NearDuplicates.among(StoryCandidates.of(signatures), signatures);
    Dataset<Row> members = members(articles, Components.of(Roundups.parted(links, signatures)));
    Dataset<Row> pairs =
        members
            .where(col("duplicate_of").isNull().and(col("article_id").notEqual(col("story_id"))))
            .select(key(col("story_id")).as("earlier"), key(col("article_id")).as("later"));
    Dataset<Row> similarities =
        NearDuplicates.similarity(pairs, signatures)
            .select(id(col("later")).as("of"), col("similarity"));
    Column isFirst = col("article_id").equalTo(col("story_id"));
    return members
        .join(similarities, col("original").equalTo(col("of")), "left")
        .select(
            col("article_id"),
            col("story_id"),
            when(col("original").equalTo(col("story_id")), 1.0)
                .otherwise(coalesce(col("similarity"), lit(0.0)))
                .as("similarity"),
            isFirst.as("is_first"));
  }

  /** Adds original and story_id to the articles that are in stories. */
  private static Dataset<Row> members(Dataset<Row> articles, Dataset<Row> components) {
    var story = Window.partitionBy("group");
    Column order =
        struct(
            col("duplicate_of").isNotNull(),
            coalesce(col("published"), lit("9999-12-31").cast("date")),
            col("article_id").as("article_id"));
    return articles
        .where(col("version_of").isNull())
        .select(
            col("article_id"),
            col("published"),
            col("duplicate_of"),
            coalesce(col("duplicate_of"), col("article_id")).as("original"))
        .join(
            components.select(id(col("key")).as("of"), id(col("component")).as("component")),
            col("original").equalTo(col("of")),
            "left")
        .withColumn("group", coalesce(col("component"), col("original")))
        .withColumn("size", count(lit(1)).over(story))
        .withColumn("story_id", min(order).over(story).getField("article_id"))
        .where(col("size").gt(1))
        .drop("of", "component", "group", "size");
  }

  private static Column id(Column key) {
    return lpad(lower(hex(key)), 16, "0");
  }

  static Column key(Column id) {
    return conv(id, 16, -10).cast("bigint");
  }
}
