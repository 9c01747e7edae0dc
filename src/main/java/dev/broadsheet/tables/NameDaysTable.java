package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.contains;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** When each name was in the news, and how surprising that was. */
final class NameDaysTable extends ComputedTable {
  NameDaysTable() {
    super(
        "name_days",
        "A name on a day on which it occurs; on the other days it has no articles."
            + " Articles without a date or a topic are not in it.",
        """
        name STRING NOT NULL COMMENT 'as in names',
        day DATE NOT NULL COMMENT 'a day with articles that have the name',
        articles BIGINT NOT NULL COMMENT 'articles of that day that have the name, duplicates too',
        expected DOUBLE COMMENT 'what the name''s usual share makes of that day''s articles with a topic (total in topic_days); null below 7 days with articles',
        z DOUBLE COMMENT 'surprise: the standard normal deviate of so many articles or more by chance',
        q DOUBLE COMMENT 'false discovery rate of all names and days at least as surprising',
        example_article_id STRING NOT NULL COMMENT 'one of these articles: an original, with the name in its title, rather than others; then the shortest'
        """,
        Growth.ARTICLES,
        "name",
        "day");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> dated =
        findings
            .articleTopics()
            .where(col("rank").equalTo(1))
            .join(findings.dated(), "article_id")
            .select(
                col("article_id"),
                col("published").as("day"),
                col("title"),
                col("words"),
                col("duplicate_of").isNotNull().as("copy"));
    Column headlined = contains(lower(col("title")), lower(col("name")));
    Dataset<Row> volumes = dated.groupBy("day").agg(count(lit(1)).as("total"));
    Dataset<Row> counts =
        findings
            .names()
            .join(dated, "article_id")
            .groupBy("name", "day")
            .agg(
                count(lit(1)).as("articles"),
                min_by(
                        col("article_id"),
                        struct(col("copy"), not(headlined), col("words"), col("article_id")))
                    .as("example_article_id"));
    long tests = findings.names().select("name").distinct().count() * volumes.count();
    return Surprise.withFalseDiscoveryRate(Surprise.of(counts, volumes, "day", "name"), lit(tests));
  }
}
