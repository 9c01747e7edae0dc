package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TextCountsTest {
  @Test
  void countsOfATextAreAddedUpWayByWay(SparkSession spark) {
    // Kryo cannot read what Map.of makes.
    List<Map<String, long[]>> parts =
        List.of(
            new HashMap<>(Map.of("levee", new long[] {1, 0}, "Überlingen\n", new long[] {0, 3})),
            new HashMap<>(),
            new HashMap<>(Map.of("levee", new long[] {1L << 40, 2}, "", new long[] {0, 0})),
            new HashMap<>(Map.of("Überlingen\n", new long[] {5, 300})));
    JavaRDD<Map<String, long[]>> counts =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(parts, 3);
    assertThat(TextCounts.of(counts).mapValues(n -> n[0] + " " + n[1]).collectAsMap())
        .isEqualTo(Map.of("levee", (1L << 40) + 1 + " 2", "Überlingen\n", "5 303", "", "0 0"));
    assertThat(TextCounts.of(counts.filter(Map::isEmpty)).collect()).isEmpty();
  }
}
