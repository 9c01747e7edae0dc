package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class TopicQualityTest {
  private static final double EXACT = 1e-12;

  /** Documents of the terms of each row, once or more. */
  private static Dataset<Row> documents(SparkSession spark, int terms, int[]... documents) {
    List<Row> rows = new ArrayList<>();
    for (int[] document : documents) {
      double[] counts = new double[document.length];
      Arrays.setAll(counts, i -> 1 + i);
      rows.add(RowFactory.create(Vectors.sparse(terms, document, counts)));
    }
    return spark.createDataFrame(rows, new StructType().add("counts", SQLDataTypes.VectorType()));
  }

  private static double[] npmi(Dataset<Row> documents, int[]... best) {
    return TopicQuality.npmi(documents, best);
  }

  @Test
  void npmiIsThatOfItsDefinition(SparkSession spark) {
    Dataset<Row> documents =
        documents(spark, 4, new int[] {0, 1}, new int[] {0, 1, 2}, new int[] {0}, new int[] {3});
    // p(0) = 3/4, p(1) = 1/2, p(2) = 1/4; p(0,1) = 1/2, p(0,2) = p(1,2) = 1/4.
    double together = Math.log(0.5 / (0.75 * 0.5)) / -Math.log(0.5);
    double rarer = Math.log(0.25 / (0.75 * 0.25)) / -Math.log(0.25);
    double rarest = Math.log(0.25 / (0.5 * 0.25)) / -Math.log(0.25);
    assertThat(npmi(documents, new int[] {0, 1}, new int[] {0, 1, 2}, new int[] {2, 0}))
        .containsExactly(
            new double[] {together, (together + rarer + rarest) / 3, rarer}, within(EXACT));
  }

  /** Counts as one reads the definition: for each pair, look at all documents. */
  private static double byDefinition(boolean[][] has, int[] best) {
    double sum = 0;
    int pairs = 0;
    for (int i = 0; i < best.length; i++) {
      for (int j = i + 1; j < best.length; j++) {
        double a = 0;
        double b = 0;
        double both = 0;
        for (boolean[] document : has) {
          a += document[best[i]] ? 1.0 / has.length : 0;
          b += document[best[j]] ? 1.0 / has.length : 0;
          both += document[best[i]] && document[best[j]] ? 1.0 / has.length : 0;
        }
        sum += both == 0 ? -1 : (Math.log(both) - Math.log(a) - Math.log(b)) / -Math.log(both);
        pairs++;
      }
    }
    return sum / pairs;
  }

  @Test
  void npmiOfTenTermsIsTheMeanOfTheirFortyFivePairs(SparkSession spark) {
    var random = new Random(4);
    boolean[][] has = new boolean[60][15];
    int[][] documents = new int[has.length][];
    for (int d = 0; d < has.length; d++) {
      for (int v = 0; v < 15; v++) {
        has[d][v] = random.nextInt(15) < v;
      }
      boolean[] document = has[d];
      documents[d] = java.util.stream.IntStream.range(0, 15).filter(v -> document[v]).toArray();
    }
    int[] some = {14, 1, 3, 8, 2, 5, 6, 7, 4, 13};
    int[] others = {1, 2, 9};
    assertThat(npmi(documents(spark, 15, documents), some, others))
        .containsExactly(
            new double[] {byDefinition(has, some), byDefinition(has, others)}, within(1e-9));
  }

  @Test
  void termsThatAreNeverTogetherHaveAnNpmiOfMinusOne(SparkSession spark) {
    Dataset<Row> documents =
        documents(spark, 3, new int[] {0}, new int[] {1}, new int[] {0, 2}, new int[] {});
    assertThat(npmi(documents, new int[] {0, 1}, new int[] {1, 2})).containsExactly(-1, -1);
  }

  @Test
  void termsThatAreAlwaysTogetherHaveAnNpmiOfOne(SparkSession spark) {
    Dataset<Row> documents =
        documents(spark, 4, new int[] {0, 1, 2, 3}, new int[] {0, 1, 2}, new int[] {0, 1});
    assertThat(npmi(documents, new int[] {0, 1}))
        .as("in all documents, where the formula has no value")
        .containsExactly(1);
    Dataset<Row> more =
        documents(spark, 4, new int[] {0, 1}, new int[] {0, 1}, new int[] {2}, new int[] {});
    assertThat(npmi(more, new int[] {0, 1})).containsExactly(new double[] {1}, within(EXACT));
  }

  @Test
  void aTopicOfOneTermOrNoneHasAnNpmiOfZero(SparkSession spark) {
    assertThat(npmi(documents(spark, 2, new int[] {0, 1}), new int[] {1}, new int[] {}))
        .containsExactly(0, 0);
  }

  @Test
  void npmiIsTheSameInAnyPartitions(SparkSession spark) {
    Dataset<Row> documents =
        documents(
            spark,
            3,
            new int[] {0, 1},
            new int[] {0, 1, 2},
            new int[] {0},
            new int[] {2},
            new int[] {});
    double[] one = npmi(documents.coalesce(1), new int[] {0, 1, 2});
    assertThat(npmi(documents.repartition(7), new int[] {0, 1, 2})).containsExactly(one);
  }

  @Test
  void theBestTermsAreTheHeaviestAndOfEqualsTheMoreFrequent() {
    double[][] weights = {
      {0.1, 0.5, 0, 0.5, 0.3}, {0, 0, 0, 0, 1}, {0.2, 0.2 + 1e-12, 0.2, 0.2, 0.2}
    };
    assertThat(TopicQuality.best(weights, 3))
        .isDeepEqualTo(new int[][] {{1, 3, 4}, {4}, {0, 1, 2}});
  }

  @Test
  void exclusivityIsTheMeanShareOfABestTermThatIsTheTopics() {
    double[][] weights = {{0.6, 0.4, 0}, {0.2, 0, 0.8}, {0.2, 0, 0}};
    int[][] best = {{0, 1}, {2, 0}, {}};
    // 0.6 of 1.0 and 0.4 of 0.4; 0.8 of 0.8 and 0.2 of 1.0.
    assertThat(TopicQuality.exclusivity(weights, best))
        .containsExactly(new double[] {(0.6 + 1) / 2, (1 + 0.2) / 2, 0}, within(EXACT));
  }

  @Test
  void diversityIsTheShareOfDifferentTerms() {
    assertThat(TopicQuality.diversity(new int[][] {{0, 1, 2}, {2, 3}})).isEqualTo(4 / 5.0);
    assertThat(TopicQuality.diversity(new int[][] {{0, 1}, {2, 3}})).isEqualTo(1);
    assertThat(TopicQuality.diversity(new int[][] {{5, 6}, {6, 5}})).isEqualTo(0.5);
    assertThat(TopicQuality.diversity(new int[][] {{}, {}})).isZero();
  }
}
