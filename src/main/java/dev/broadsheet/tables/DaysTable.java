package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much each source published on each day. */
final class DaysTable extends ComputedTable {
  /** A record that was rejected may be of a day so far from those of articles. */
  private static final int NEAR = 30;

  DaysTable() {
    super(
        "days",
        "A source on a day. A day without any article is one row with zeros.",
        """
        day DATE COMMENT 'every day from the first article''s to the last one''s; null for articles without a date, or with one far from all others or after the run',
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
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.sum("rejected"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> records =
        findings
            .articles()
            .select(
                within(findings, 0).as("day"),
                col("source"),
                lit(1).as("article"),
                col("duplicate_of").isNotNull().as("duplicate"))
            .unionByName(
                findings
                    .rejected()
                    .select(
                        within(findings, NEAR).as("day"),
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
        TopicDaysTable.calendar(findings.dated())
            .join(counts, new String[] {"day"}, "left_anti")
            .select(
                col("day"),
                lit(null).cast("string").as("source"),
                lit(0L).as("articles"),
                lit(0L).as("duplicates"),
                lit(0L).as("rejected"));
    return counts.unionByName(gaps);
  }

  /** The day where it is in the axis, or so many days from it; else null. */
  private static Column within(Findings findings, int near) {
    Column day = col("published");
    return findings
        .periods()
        .dates()
        .map(dates -> new DateRange(dates.first().minusDays(near), dates.last().plusDays(near)))
        .map(dates -> when(dates.contains(day), day))
        .orElse(day);
  }
}
