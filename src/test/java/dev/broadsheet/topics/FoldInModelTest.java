package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
class FoldInModelTest {
  /** What a document of weight 1 has of each term, for two topics that share a term; sums 16. */
  private static final double[][] COUNTS = {{8, 4, 4, 0, 0}, {0, 0, 4, 12, 0}};

  /** The p(term | topic) that makes these, V × k. */
  private static final double[] BY_TERM = {0.5, 0, 0.25, 0, 0.25, 0.25, 0, 0.75, 0, 0};

  private static final StructType SCHEMA =
      new StructType()
          .add("topicWeights", SQLDataTypes.VectorType())
          .add("counts", SQLDataTypes.VectorType());

  private static final Row EMPTY =
      RowFactory.create(Vectors.dense(0, 0), Vectors.sparse(5, new int[0], new double[0]));

  private static Row document(double first, double second) {
    double[] counts = new double[5];
    Arrays.setAll(counts, v -> first * COUNTS[0][v] + second * COUNTS[1][v]);
    return RowFactory.create(Vectors.dense(first, second), Vectors.dense(counts).compressed());
  }

  private static List<Row> documents() {
    var random = new Random(5);
    List<Row> rows = new ArrayList<>(List.of(EMPTY));
    for (int d = 0; d < 50; d++) {
      rows.add(document(random.nextInt(5) / 4.0, (1 + random.nextInt(4)) / 4.0));
    }
    return rows;
  }

  private static Dataset<Row> dataset(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(rows, SCHEMA);
  }

  private static long[][] bits(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray())
        .toArray(long[][]::new);
  }

  private static FoldInModel model() {
    return new FoldInModel("foldIn", 2, BY_TERM);
  }

  private static double[][] shares(FoldInModel model, Dataset<Row> documents) {
    return model.transform(documents).select("topicDistribution").collectAsList().stream()
        .map(row -> row.<Vector>getAs(0).toArray())
        .toArray(double[][]::new);
  }

  @Test
  void sharesAddUpToOneAndAreZeroForADocumentWithoutTerms(SparkSession spark) {
    Dataset<Row> documents = dataset(spark, documents());
    double[][] shares = shares(model(), documents);
    assertThat(shares[0]).containsExactly(0, 0);
    for (int d = 1; d < shares.length; d++) {
      assertThat(Arrays.stream(shares[d]).sum()).as("document %d", d).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(shares[d]).min().getAsDouble()).isNotNegative();
    }
  }

  @Test
  void sharesAreThoseOfTheTokens(SparkSession spark) {
    double[][] shares =
        shares(
            model(),
            dataset(spark, List.of(document(1, 0), document(0.5, 0.5), document(0.25, 0.75))));
    assertThat(shares[0]).containsExactly(1, 0);
    assertThat(shares[1]).containsExactly(new double[] {0.5, 0.5}, within(1e-6));
    assertThat(shares[2]).containsExactly(new double[] {0.25, 0.75}, within(1e-6));
  }

  @Test
  void countsOutweighTheWeightsItBeginsWith(SparkSession spark) {
    Vector second = Vectors.dense(0, 0, 4, 12, 0);
    double[] shares =
        shares(
            model(), dataset(spark, List.of(RowFactory.create(Vectors.dense(0.5, 0.5), second))))[
            0];
    assertThat(shares[1]).isBetween(0.95, 1.0);
    assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesAColumnWithoutVectors(SparkSession spark) {
    Dataset<Row> documents = dataset(spark, documents()).selectExpr("topicWeights", "1 AS counts");
    assertThatThrownBy(() -> model().transform(documents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot fold in column counts: it holds no vectors. Name a vector column.");
  }

  @Test
  void theModelIsReadToTheBit(SparkSession spark, @TempDir Path folder) throws Exception {
    Dataset<Row> documents = dataset(spark, documents());
    FoldInModel written = model();
    String path = folder.resolve("model").toString();
    written.save(path);
    FoldInModel read = FoldInModel.load(path);
    assertThat(read.uid()).isEqualTo(written.uid());
    assertThat(bits(read.termProbabilities())).isDeepEqualTo(bits(written.termProbabilities()));
    assertThat(bits(shares(read, documents))).isDeepEqualTo(bits(shares(written, documents)));
  }
}
