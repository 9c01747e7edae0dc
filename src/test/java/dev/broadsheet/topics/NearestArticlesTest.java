package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class NearestArticlesTest {
  private static final int TERMS = 60;

  private static String id(int article) {
    return "%04d".formatted(article);
  }

  private static Dataset<Row> vectors(SparkSession spark, List<double[]> weights, Random order) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      var vector = Vectors.dense(weights.get(i)).toSparse();
      rows.add(RowFactory.create(id(i), vector, vector));
    }
    Collections.shuffle(rows, order);
    return new Normalizer()
        .setInputCol("features")
        .setOutputCol("tfidf")
        .transform(spark.createDataFrame(rows, TermVectors.none(spark).schema()));
  }

  private static Dataset<Row> stories(SparkSession spark, Row... rows) {
    return spark
        .createDataFrame(
            Arrays.asList(rows),
            StructType.fromDDL("story_id string, article_id string, published string"))
        .selectExpr("story_id", "article_id", "date(published) as published");
  }

  private static List<Row> nearest(Dataset<Row> vectors, Dataset<Row> stories) {
    return NearestArticles.of(vectors, stories)
        .select("article_id", "rank", "other_id", "similarity")
        .orderBy("article_id", "rank")
        .collectAsList();
  }

  /** Of length 1, with so many terms at random. */
  private static double[] random(Random random, int terms) {
    double[] weights = new double[TERMS];
    for (int i = 0; i < terms; i++) {
      weights[random.nextInt(TERMS)] = 0.1 + random.nextDouble();
    }
    double length = Math.sqrt(cosine(weights, weights));
    return Arrays.stream(weights).map(w -> w / length).toArray();
  }

  private static double cosine(double[] a, double[] b) {
    return IntStream.range(0, TERMS).mapToDouble(v -> a[v] * b[v]).sum();
  }

  @Test
  void findsWhatComparingAllWithAllFindsAndDoesNotDependOnTheOrderOfRows(SparkSession spark) {
    var random = new Random(1);
    List<double[]> weights =
        IntStream.range(0, 150).mapToObj(i -> random(random, 3 + i % 6)).toList();

    List<Row> found = nearest(vectors(spark, weights, new Random(2)), stories(spark));

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      int self = i;
      double[] cosines = weights.stream().mapToDouble(w -> cosine(w, weights.get(self))).toArray();
      IntStream.range(0, weights.size())
          .boxed()
          .filter(j -> j != self)
          .sorted(Comparator.comparingDouble((Integer j) -> -cosines[j]))
          .limit(NearestArticles.MOST)
          .forEach(j -> expected.add(id(self) + " " + id(j)));
    }
    assertThat(found)
        .extracting(row -> row.getString(0) + " " + row.getString(2))
        .containsExactlyElementsOf(expected);
    Row first = found.get(0);
    assertThat(first.getDouble(3))
        .isCloseTo(
            cosine(weights.get(0), weights.get(Integer.parseInt(first.getString(2)))),
            within(1e-12));
    assertThat(nearest(vectors(spark, weights, new Random(3)).repartition(7), stories(spark)))
        .isEqualTo(found);
  }

  @Test
  void aStoryIsComparedAsItsFirstArticle(SparkSession spark) {
    double[] flood = {0.8, 0.6, 0, 0};
    double[] levee = {0.6, 0.8, 0, 0};
    double[] bank = {0, 0.6, 0.8, 0};
    Dataset<Row> vectors = vectors(spark, List.of(flood, flood, levee, flood, bank), new Random(1));

    List<Row> found =
        nearest(
            vectors,
            stories(
                spark,
                RowFactory.create("s", "0000", null),
                RowFactory.create("s", "0001", "2026-11-22"),
                RowFactory.create("s", "0003", "2026-11-23"),
                RowFactory.create("t", "0004", "2026-11-23"),
                RowFactory.create("t", "not in the model", "2026-11-22")));

    assertThat(found)
        .extracting(
            row -> "%s %d %s %.2f".formatted(row.get(0), row.get(1), row.get(2), row.get(3)))
        .containsExactly(
            "0000 1 0002 0.96",
            "0000 2 0004 0.36",
            "0001 1 0002 0.96",
            "0001 2 0004 0.36",
            "0002 1 0001 0.96",
            "0002 2 0004 0.48",
            "0003 1 0002 0.96",
            "0003 2 0004 0.36",
            "0004 1 0002 0.48",
            "0004 2 0001 0.36");
  }

  @Test
  void manyCopiesAreComparedInGroups(SparkSession spark) {
    double[] copy = {1, 0};
    Dataset<Row> vectors = vectors(spark, Collections.nCopies(600, copy), new Random(1));

    List<Row> found = nearest(vectors, stories(spark));

    assertThat(found).hasSize(3000).allSatisfy(row -> assertThat(row.getDouble(3)).isEqualTo(1));
    assertThat(found.subList(1495, 1500))
        .extracting(row -> row.getString(2))
        .as("0299 is in the second group of 256")
        .containsExactly("0256", "0257", "0258", "0259", "0260");
  }
}
