package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When each term was in the news. */
final class TermDaysTable extends ComputedTable {
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
    Dataset<Row> dated = findings.dated().select(col("article_id"), col("published").as("day"));
    return findings
        .vectors()
        .join(dated, "article_id")
        .select(explode(TermColumns.indices(col("counts"))).as("index"), col("day"))
        .groupBy("index", "day")
        .agg(count(lit(1)).as("articles"))
        .select(
            TermColumns.term(findings.vocabulary(), col("index")).as("term"),
            col("day"),
            col("articles"));
  }
}
