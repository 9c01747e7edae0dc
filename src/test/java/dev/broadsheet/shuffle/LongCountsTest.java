package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LongCountsTest {
  private static final long LARGE = Long.MAX_VALUE;
  private static final long MIDDLE = 5L << 42 | 17;

  @Test
  void countsNumbersOfAllSizesOverAllPartitions(SparkSession spark) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaRDD<long[]> numbers =
        context.parallelize(
            List.of(
                new long[] {LARGE, 0, MIDDLE, 0, 1},
                new long[] {},
                new long[] {MIDDLE, 0, LARGE, MIDDLE}),
            3);
    assertThat(LongCounts.of(numbers, 1).collectAsMap())
        .isEqualTo(Map.of(0L, 3L, 1L, 1L, MIDDLE, 3L, LARGE, 2L));
    assertThat(LongCounts.of(numbers, 3).collectAsMap()).isEqualTo(Map.of(0L, 3L, MIDDLE, 3L));
    assertThat(LongCounts.of(numbers.filter(some -> some.length == 0), 1).collect()).isEmpty();
  }
}
