package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Takes out of articles what their sources repeat, before anything is counted or compared. */
public final class OwnTexts {
  private OwnTexts() {}

  /**
   * Learns what each source repeats, and leaves of each article what is its own: body, empty for an
   * article that says nothing but what others say too, and headline, the title without its outlet's
   * name.
   *
   * @param articles with source, title, body, duplicate_of and stub; used three times, so the
   *     caller may want to cache it
   */
  public static Dataset<Row> of(Dataset<Row> articles) {
    Broadcast<Boilerplate> boilerplate =
        JavaSparkContext.fromSparkContext(articles.sparkSession().sparkContext())
            .broadcast(Boilerplate.of(articles.where(col("duplicate_of").isNull())));
    UserDefinedFunction own =
        udf(
            (UDF3<String, String, String, String>)
                (source, title, body) -> OwnText.of(boilerplate.value(), source, title, body),
            DataTypes.StringType);
    UserDefinedFunction headline =
        udf(
            (UDF2<String, String, String>)
                (source, title) -> boilerplate.value().headline(source, title),
            DataTypes.StringType);
    return articles
        .withColumn("headline", headline.apply(col("source"), col("title")))
        .withColumn(
            "body",
            when(col("stub"), lit(""))
                .otherwise(own.apply(col("source"), col("title"), col("body"))));
  }
}
