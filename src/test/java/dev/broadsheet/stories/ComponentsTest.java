package dev.broadsheet.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.HashMap;
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
  private static Candidates link(long earlier, long later) {
    return new Candidates.Builder().add(earlier, later, true).build();
  }

  @ParameterizedTest(name = "with {0} links on the driver")
  @ValueSource(longs = {1000, 10})
  void aChainOverAllPartitionsIsWholeInOne(long most, SparkSession spark) {
    List<Candidates> links = new ArrayList<>();
    for (long i = 0; i < 300; i++) {
      long key = i * 7919 % 300 - 150;
      links.add(link(key, key + 1));
    }
    links.add(link(1000, 900));
    links.add(link(900, 900));
    List<Candidates> parts =
        Components.whole(
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(links, 3),
                100,
                most)
            .collect();
    assertThat(parts).hasSize(4);
    assertThat(parts.stream().mapToInt(Candidates::size).sum()).isEqualTo(links.size());
    Map<Long, Long> names = new HashMap<>();
    for (Candidates part : parts) {
      var sets = new DisjointSets();
      for (int i = 0; i < part.size(); i++) {
        sets.join(part.earlier(i), part.later(i));
      }
      for (long key : List.copyOf(sets.keys())) {
        assertThat(names.put(key, sets.name(key))).as("%s is in one part", key).isNull();
      }
    }
    assertThat(
            names.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .isEqualTo(Map.of(-150L, 301L, 900L, 2L));
    assertThat(names).containsEntry(1000L, 900L).containsEntry(150L, -150L);
  }
}
