package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TopicSourcesTableTest {
  private static final TopicSourcesTable TABLE = new TopicSourcesTable();

  @Test
  void aRowComparesASourceWithItsPartOfAllArticles(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2026-11-23", "paper", 1)
            .article("2", "2026-11-21", "paper", 1)
            .article("3", null, "paper", 1)
            .article("4", "2026-11-20", "paper", 2)
            .article("5", "2026-11-24", "wire", 2)
            .duplicate("6", "2026-11-19", "wire", 2, "5")
            .article("7", "2026-11-19", "wire", null)
            .article("8", null, null, 2)
            .article("9", "2026-11-25", "wire", 2);
    // Of 8 articles with a topic 3 are on topic 1 and 4 are the paper's: 1.5 are to be expected,
    // z = (3 - 1.5) / sqrt(1.5 · 5/8 · 4/8) = 2.191. Of the wire's 3 the same 3/8, so that its
    // silence has a row; of the one without a source less than one, so that it has none.
    assertThat(SmallCorpus.rows(TABLE, corpus.findings(spark)))
        .extracting(TopicSourcesTableTest::line)
        .containsExactly(
            "1 paper 3 1.500 2.000 2.191 2026-11-21",
            "1 wire 0 1.125 0.000 -1.697 null",
            "2 null 1 0.625 1.600 0.828 null",
            "2 paper 1 2.500 0.400 -2.191 2026-11-20",
            "2 wire 3 1.875 1.600 1.697 2026-11-19");
  }

  @Test
  void oneSourceAloneIsNoSurprise(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2026-11-23", "paper", 1)
            .article("2", "2026-11-23", "paper", 2);
    assertThat(SmallCorpus.rows(TABLE, corpus.findings(spark)))
        .extracting(TopicSourcesTableTest::line)
        .containsExactly(
            "1 paper 1 1.000 1.000 0.000 2026-11-23", "2 paper 1 1.000 1.000 0.000 2026-11-23");
  }

  private static String line(Row row) {
    return "%d %s %d %.3f %.3f %.3f %s"
        .formatted(
            row.getInt(0),
            row.getString(1),
            row.getLong(2),
            row.getDouble(3),
            row.getDouble(4),
            row.getDouble(5),
            row.get(6));
  }
}
