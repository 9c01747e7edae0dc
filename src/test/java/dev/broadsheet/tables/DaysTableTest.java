package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class DaysTableTest {
  @Test
  void everyDayAndSourceIsCountedAndGapsAreZeros(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2026-11-20", "paper", 1)
            .article("2", "2026-11-20", "paper", null)
            .duplicate("3", "2026-11-20", "wire", 1, "1")
            .article("4", "2026-11-23", null, 1)
            .article("5", null, "wire", 1)
            .duplicate("6", null, "wire", 1, "5")
            .rejected("2026-11-20", "wire")
            .rejected("2026-11-22", "paper")
            .rejected("2026-11-30", null)
            .rejected(null, null);
    assertThat(SmallCorpus.rows(new DaysTable(), corpus.findings(spark)))
        .extracting(Row::toString)
        .containsExactly(
            "[null,null,0,0,1]",
            "[null,wire,2,1,0]",
            "[2026-11-20,paper,2,0,0]",
            "[2026-11-20,wire,1,1,1]",
            "[2026-11-21,null,0,0,0]",
            "[2026-11-22,paper,0,0,1]",
            "[2026-11-23,null,1,0,0]",
            "[2026-11-30,null,0,0,1]");
  }
}
