package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class ExecutionPlanTest {
  @ParameterizedTest(name = "{0} bytes on {1} cores")
  @CsvSource({
    "200000, 2, 1, false", // the seeds
    "20000000, 2, 2, false",
    "20000000, 100, 20, false",
    "175000000, 2, 11, false",
    "1200000000, 8, 72, true",
    "120000000000, 400, 7153, true"
  })
  void aSmallInputIsInterpretedInFewPartitions(
      long bytes, int cores, String partitions, String compiled) {
    assertThat(ExecutionPlan.of(bytes, cores).settings())
        .containsEntry("spark.sql.shuffle.partitions", partitions)
        .containsEntry("spark.sql.codegen.wholeStage", compiled)
        .as("a query is a job, whatever its size")
        .containsEntry("spark.sql.adaptive.enabled", "false");
  }

  @Test
  void whatTheOperatorSetStays(SparkSession spark) {
    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    ExecutionPlan.of(1L << 30, 2).applyTo(spark);
    assertThat(spark.conf().get("spark.sql.shuffle.partitions")).isEqualTo(partitions);
    assertThat(spark.conf().get("spark.sql.codegen.wholeStage"))
        .as("set by the session of the tests")
        .isEqualTo("false");
  }
}
