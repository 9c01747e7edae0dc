package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** When each term was in the news. */
final class TermDaysTable extends ComputedTable {
  private static final UserDefinedFunction TERMS =
      udf(
          (UDF1<Vector, int[]>) counts -> counts.toSparse().indices(),
          DataTypes.createArrayType(DataTypes.IntegerType, false));

  TermDaysTable() {
    super(
        "term_days",
        "A term on a day on which it occurs; on the other days it has no articles."
            + " Articles without a date are not in it.",
        """
        term STRING NOT NULL COMMENT 'as in terms',
        day DATE NOT NULL COMMENT 'a day with articles that have the term',
        articles BIGINT NOT NULL COMMENT 'original articles of that day that have it'
        """,
        Growth.ARTICLES,
        "term",
        "day");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    String[] terms = findings.vocabulary().terms();
    UserDefinedFunction word = udf((UDF1<Integer, String>) i -> terms[i], DataTypes.StringType);
    Dataset<Row> dated =
        findings
            .articles()
            .where(col("published").isNotNull())
            .select(col("article_id"), col("published").as("day"));
    return findings
        .vectors()
        .join(dated, "article_id")
        .select(explode(TERMS.apply(col("counts"))).as("index"), col("day"))
        .groupBy("index", "day")
        .agg(count(lit(1)).as("articles"))
        .select(word.apply(col("index")).as("term"), col("day"), col("articles"));
  }
}
