package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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

  @Test
  void mergesAsManyRunsAsThereAre(SparkSession spark) {
    List<long[]> runs = new ArrayList<>();
    for (int run = 0; run < 40; run++) {
      runs.add(LongStream.rangeClosed(0, run % 7).toArray());
    }
    JavaRDD<long[]> numbers =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(runs, 2);
    assertThat(LongCounts.of(numbers, 11).collectAsMap())
        .as("runs end at 0 to 6, in turn: sixteen of them have 4, ten have 5")
        .isEqualTo(Map.of(0L, 40L, 1L, 34L, 2L, 28L, 3L, 22L, 4L, 16L));
  }

  @Test
  void theValuesOfAKeyAreTogetherAndAscend(SparkSession spark) {
    long far = (1L << 42) - 1;
    JavaRDD<long[]> numbers =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(
                List.of(
                    new long[] {LongCounts.number(7, 3), LongCounts.number(7, 0)},
                    new long[] {LongCounts.number(2, far), LongCounts.number(7, 3)},
                    new long[] {LongCounts.number(7, 1), LongCounts.number(0, 0)}),
                3);
    assertThat(
            LongCounts.byKey(numbers)
                .mapValues(series -> series.map((value, times) -> value + "×" + times).toString())
                .collectAsMap())
        .isEqualTo(Map.of(0, "[0×1]", 2, "[" + far + "×1]", 7, "[0×1, 1×1, 3×2]"));
  }
}
