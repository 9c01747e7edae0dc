package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class LengthCapTest {
  private static Dataset<Row> vectors(SparkSession spark, List<Vector> vectors) {
    return spark.createDataFrame(
        vectors.stream().map(RowFactory::create).toList(),
        new StructType().add("weighted", SQLDataTypes.VectorType()));
  }

  /** Of the lengths 5, 10 … 500. */
  private static Dataset<Row> hundred(SparkSession spark) {
    return vectors(
        spark,
        IntStream.rangeClosed(1, 100)
            .mapToObj(i -> Vectors.dense(3.0 * i, 0, 4.0 * i).compressed())
            .toList());
  }

  private static List<double[]> features(Dataset<Row> capped) {
    return capped.select("features").collectAsList().stream()
        .map(row -> row.<Vector>getAs(0).toArray())
        .toList();
  }

  @Test
  void threeQuartersAreNoLongerThanTheUpperQuartile(SparkSession spark) {
    LengthCap.Lengths lengths = LengthCap.lengths(hundred(spark), "weighted");
    assertThat(lengths.count()).isEqualTo(100);
    assertThat(lengths.upperQuartile()).isBetween(375.0, 375.0 * (1 + 1 / 32.0));
    assertThat(LengthCap.lengths(hundred(spark).repartition(7), "weighted")).isEqualTo(lengths);
  }

  @Test
  void longVectorsAreScaledDownAndOthersStay(SparkSession spark) {
    List<double[]> features = features(new LengthCap().setLongest(100).transform(hundred(spark)));
    assertThat(features.get(0)).containsExactly(3, 0, 4);
    assertThat(features.get(19)).containsExactly(60, 0, 80);
    assertThat(features.get(99)).containsExactly(new double[] {60, 0, 80}, within(1e-12));
  }

  @Test
  void noVectorsHaveNoLongest(SparkSession spark) {
    assertThat(LengthCap.lengths(vectors(spark, List.of()), "weighted"))
        .isEqualTo(new LengthCap.Lengths(0, 0, Double.MAX_VALUE));
  }

  @Test
  void isReadAsItWasWritten(SparkSession spark, @TempDir Path folder) throws Exception {
    String path = folder.resolve("cap").toString();
    new LengthCap().setLongest(0.1).write().save(path);
    assertThat(features(LengthCap.read().load(path).transform(hundred(spark))).get(99))
        .containsExactly(new double[] {0.06, 0, 0.08}, within(1e-12));
  }
}
