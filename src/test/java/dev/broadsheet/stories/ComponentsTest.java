package dev.broadsheet.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.stories.StoryCandidates.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class ComponentsTest {
  @ParameterizedTest(name = "with {0} links on the driver")
  @ValueSource(longs = {1000, 10})
  void aChainOverAllPartitionsIsNamedByItsSmallestKey(long most, SparkSession spark) {
    List<Pair> links = new ArrayList<>();
    for (long i = 0; i < 300; i++) {
      long key = i * 7919 % 300 - 150;
      links.add(new Pair(key, key + 1));
    }
    links.add(new Pair(1000, 900));
    links.add(new Pair(900, 900));
    Map<Long, Long> names =
        Components.of(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(links, 3), most)
            .collectAsMap();
    assertThat(
            names.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .isEqualTo(Map.of(-150L, 301L, 900L, 2L));
    assertThat(names).containsEntry(1000L, 900L).containsEntry(150L, -150L);
  }
}
