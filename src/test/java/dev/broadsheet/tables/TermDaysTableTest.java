package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TermDaysTableTest {
  @Test
  void aDayCountsTheOriginalsOfItThatHaveTheTerm(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2026-11-23", "paper", 1, "city", "flood")
            .article("2", "2026-11-23", "wire", 1, "flood")
            .duplicate("3", "2026-11-23", "wire", 1, "1")
            .article("4", "2026-11-25", "wire", 1, "flood")
            .article("5", null, "wire", 1, "bank", "city");
    assertThat(SmallCorpus.rows(new TermDaysTable(), corpus.findings(spark)))
        .extracting(Row::toString)
        .containsExactly("[city,2026-11-23,1]", "[flood,2026-11-23,2]", "[flood,2026-11-25,1]");
  }
}
