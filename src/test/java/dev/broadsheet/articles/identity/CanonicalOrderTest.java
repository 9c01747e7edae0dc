package dev.broadsheet.articles.identity;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class CanonicalOrderTest {
  private static List<List<String>> ids(JavaRDD<Row> rows) {
    return rows.map(row -> row.getString(0)).glom().collect();
  }

  @Test
  void objectsAreWhereSparkSqlPutsThem(SparkSession spark) {
    List<Row> rows =
        IntStream.range(0, 300)
            .mapToObj(i -> RowFactory.create("%016x".formatted(i * 7919L)))
            .toList();
    JavaRDD<Row> some =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 3);
    var table = spark.createDataFrame(some, StructType.fromDDL("article_id string"));
    assertThat(ids(CanonicalOrder.ofOriginals(some, 7)))
        .hasSize(7)
        .isEqualTo(ids(CanonicalOrder.of(table, 7, col("article_id")).toJavaRDD()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1",
    "3999, 8000000, 1",
    "20000, 24000000, 6",
    "60000, 75000000, 16",
    "120000, 150000000, 16",
    "150000, 190000000, 19",
    "1000000, 1200000000, 126",
    "1000000, 6000000000, 376"
  })
  void partitionsAreOfSomeThousandArticlesAndOfBoundedText(
      long articles, long characters, int partitions) {
    assertThat(CanonicalOrder.partitions(articles, characters)).isEqualTo(partitions);
  }

  @Test
  void ofNoRowsThereAreAsManyPartitions(SparkSession spark) {
    JavaRDD<Row> none =
        spark.createDataset(List.<String>of(), Encoders.STRING()).toDF().toJavaRDD();
    assertThat(CanonicalOrder.ofOriginals(none, 5).getNumPartitions()).isEqualTo(5);
  }
}
