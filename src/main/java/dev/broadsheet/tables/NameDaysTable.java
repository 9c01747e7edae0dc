package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** When each name was in the news, and how surprising that was. */
final class NameDaysTable extends DistributedTable {
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
  public void write(Findings findings, TableFiles files) {
    files.write(this, findings.counts().names().days(), NameDaysTable::rows);
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return findings.counts().names().days().flatMap(NameDaysTable::rows);
  }

  private static Iterator<Row> rows(Tuple2<String, NameDays> name) {
    return name._2().rows(name._1()).iterator();
  }
}
