package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.topics.description.TopicContinuity;
import dev.broadsheet.topics.description.TopicContinuity.Before;
import dev.broadsheet.topics.description.TopicContinuity.Status;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class ContinuedNightsTest {
  private static final long SEED = 42;
  private static final int FREE = 0;
  private static final int PLANTED = 8;

  private static PlantedVectors planted;

  @BeforeAll
  static void plant(SparkSession spark) {
    planted = PlantedVectors.of(new PlantedCorpus(PLANTED, 1_500, 480, 5), spark);
  }

  @AfterAll
  static void release() {
    planted.rows().unpersist();
  }

  private static double[][] firstNight(int asked) {
    return fit(
        planted.rows(),
        asked == FREE
            ? TopicSelection.afresh(planted.rows(), planted.most(), SEED).start()
            : TopicEngine.Start.afresh(asked));
  }

  private static double[][] nextNight(Dataset<Row> rows, double[][] before, int asked) {
    return fit(rows, TopicSelection.continued(rows, before, asked, planted.most(), SEED).start());
  }

  private static double[][] fit(Dataset<Row> rows, TopicEngine.Start start) {
    try (DocumentMatrix x =
        DocumentMatrix.of(rows.select("features", "counts"), Long.MAX_VALUE, SEED)) {
      return NmfTopics.fit(x, start, SEED).topics().rows();
    }
  }

  /** What became of the topics, and how near the least alike of them is to what it was. */
  private static List<TopicContinuity.Link> links(double[][] before, double[][] after) {
    List<Integer> ids = IntStream.rangeClosed(1, before.length).boxed().toList();
    String[] stems = planted.vocabulary().stems();
    return TopicContinuity.match(
            new Before(ids, stems, before, before.length + 1),
            stems,
            after,
            IntStream.range(0, after.length).toArray())
        .links();
  }

  @ParameterizedTest
  @ValueSource(ints = {FREE, 4, 6, PLANTED})
  void threeNightsOnTheSameArticlesKeepEveryTopic(int asked) {
    double[][] before = firstNight(asked);
    for (int night = 2; night <= 3; night++) {
      double[][] after = nextNight(planted.rows(), before, asked);
      assertThat(links(before, after))
          .as("night %d", night)
          .hasSize(before.length)
          .allSatisfy(
              link -> {
                assertThat(link.status()).isEqualTo(Status.KEPT);
                assertThat(link.similarity().getAsDouble()).isGreaterThan(0.9);
              });
      before = after;
    }
  }

  /** An article of many terms that are together in no other. */
  private static Dataset<Row> withAnOddArticle(Dataset<Row> rows, SparkSession spark) {
    int terms = planted.vocabulary().size();
    int[] odd = IntStream.range(0, 60).map(i -> i * (terms / 60)).toArray();
    double[] ones = IntStream.of(odd).mapToDouble(v -> 1).toArray();
    Vector vector = Vectors.sparse(terms, odd, ones);
    Dataset<Row> vectors = rows.select("features", "counts");
    return vectors.union(
        spark.createDataFrame(List.of(RowFactory.create(vector, vector)), vectors.schema()));
  }

  @ParameterizedTest
  @ValueSource(ints = {FREE, PLANTED})
  void anArticleLikeNoOtherTakesNoTopicsPlace(int asked, SparkSession spark) {
    double[][] before = firstNight(asked);
    double[][] after = nextNight(withAnOddArticle(planted.rows(), spark), before, asked);
    assertThat(links(before, after))
        .filteredOn(link -> link.previousId().isPresent())
        .hasSize(before.length)
        .extracting(TopicContinuity.Link::status)
        .containsOnly(Status.KEPT);
  }

  @Test
  void aTopicOfOneArticleIsNoLivingOne(SparkSession spark) {
    double[][] before = firstNight(PLANTED);
    double[][] odd = new double[1][planted.vocabulary().size()];
    IntStream.range(0, 60).forEach(i -> odd[0][i * (odd[0].length / 60)] = 1);
    double[][] with =
        IntStream.rangeClosed(0, PLANTED)
            .mapToObj(j -> j == 0 ? odd[0] : before[j - 1])
            .toArray(double[][]::new);
    double[][] given =
        TopicSelection.continued(
                withAnOddArticle(planted.rows(), spark), with, PLANTED, planted.most(), SEED)
            .start()
            .given();
    assertThat(PlantedVectors.cosines(before, given))
        .hasDimensions(PLANTED, PLANTED)
        .satisfies(
            cosines ->
                IntStream.range(0, PLANTED)
                    .forEach(j -> assertThat(cosines[j][j]).isGreaterThan(0.999)));
  }
}
