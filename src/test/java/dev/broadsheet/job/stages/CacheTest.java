package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class CacheTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 10_000).boxed().toList();

  @Test
  void objectsAreMadeOnceAndStayInTheirOrderUntilTheyAreReleased(SparkSession spark) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var made = spark.sparkContext().longAccumulator();
    int before = context.getPersistentRDDs().size();
    try (var cache = new Cache()) {
      JavaRDD<Integer> kept =
          cache.keep(
              context
                  .parallelize(NUMBERS, 2)
                  .map(
                      number -> {
                        made.add(1);
                        return -number;
                      }));
      assertThat(kept.getNumPartitions()).isEqualTo(2);
      assertThat(kept.collect()).isEqualTo(NUMBERS.stream().map(number -> -number).toList());
      assertThat(kept.count()).isEqualTo(NUMBERS.size());
      assertThat(made.value()).isEqualTo(NUMBERS.size());
      assertThat(context.getPersistentRDDs()).hasSize(before + 1);
      cache.release(kept);
      assertThat(context.getPersistentRDDs()).hasSize(before);
      cache.keep(context.parallelize(NUMBERS, 1)).count();
    }
    assertThat(context.getPersistentRDDs()).hasSize(before);
  }
}
