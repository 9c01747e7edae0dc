package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class ComponentsTest {
  @Test
  void aChainOverAllPartitionsIsNamedByItsSmallestKey(SparkSession spark) {
    Dataset<Row> links =
        spark
            .range(0, 300, 1, 3)
            .selectExpr("(id * 7919) % 300 - 150 earlier")
            .selectExpr("earlier", "earlier + 1 later")
            .union(spark.range(1).selectExpr("1000L earlier", "900L later"));
    List<String> sizes =
        Components.of(links)
            .groupBy("component")
            .count()
            .orderBy("component")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .toList();
    assertThat(sizes).containsExactly("[-150,301]", "[900,2]");
  }
}
