package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much each source published on each day. */
final class DaysTable extends ComputedTable {
  DaysTable() {
    super(
        "days",
        "A source on a day. A day without any article is one row with zeros.",
        """
        day DATE COMMENT 'every day from the first article''s to the last one''s; null for articles without a date',
        source STRING COMMENT 'as in articles; null for articles without a URL, and for a day without any article',
        articles BIGINT NOT NULL COMMENT 'articles of that source and day, duplicates too',
        duplicates BIGINT NOT NULL COMMENT 'of these, duplicates',
        rejected BIGINT NOT NULL COMMENT 'records in quarantine, by what could be read of date and URL'
        """,
        Growth.BOUNDED,
        "day",
        "source");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> records =
        findings
            .articles()
            .select(
                col("published").as("day"),
                col("source"),
                lit(1).as("article"),
                col("duplicate_of").isNotNull().as("duplicate"))
            .unionByName(
                findings
                    .rejected()
                    .select(
                        col("published").as("day"),
                        col("source"),
                        lit(0).as("article"),
                        lit(false).as("duplicate")));
    Dataset<Row> counts =
        records
            .groupBy("day", "source")
            .agg(
                count_if(col("article").equalTo(1)).as("articles"),
                count_if(col("duplicate")).as("duplicates"),
                count_if(col("article").equalTo(0)).as("rejected"));
    Dataset<Row> gaps =
        TopicDaysTable.calendar(findings.articles())
            .join(counts, new String[] {"day"}, "left_anti")
            .select(
                col("day"),
                lit(null).cast("string").as("source"),
                lit(0L).as("articles"),
                lit(0L).as("duplicates"),
                lit(0L).as("rejected"));
    return counts.unionByName(gaps);
  }
}
