package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.nmf.ClusterBlocks;
import dev.broadsheet.nmf.DocumentBlock;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.Judgement;
import dev.broadsheet.nmf.Plsa;
import dev.broadsheet.nmf.TopicFactor;
import dev.broadsheet.topics.TopicEngine.Start;
import dev.broadsheet.topics.description.Assignment;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SparkTest
class PlsaTest {
  private static final int TOPICS = 8;
  private static final long SEED = 42;

  private static PlantedVectors planted;
  private static DocumentMatrix x;
  private static Plsa.Fit fit;

  @BeforeAll
  static void fit(SparkSession spark) {
    planted = PlantedVectors.of(new PlantedCorpus(TOPICS, 1_200, 800, 3), spark);
    x = DocumentMatrix.of(rows(), Long.MAX_VALUE, SEED);
    fit = NmfTopics.fit(x, Start.afresh(TOPICS), SEED);
  }

  @AfterAll
  static void release() {
    x.close();
    planted.rows().unpersist();
  }

  private static Dataset<Row> rows() {
    return planted.rows().select("features", "counts");
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
  }

  @Test
  void findsEveryPlantedTopic() {
    double[][] found = TopicFactor.rows(TOPICS, fit.probabilities());
    double[][] cosines = PlantedVectors.cosines(planted.truth(), found);
    int[] pairs = Assignment.best(cosines);
    for (int topic = 0; topic < TOPICS; topic++) {
      assertThat(cosines[topic][pairs[topic]]).as("topic %d", topic).isGreaterThan(0.9);
    }
    for (double[] topic : found) {
      assertThat(Arrays.stream(topic).sum()).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void theTermsThatAreShownAreThoseThatWerePlanted() {
    double[][] found = TopicFactor.rows(TOPICS, fit.probabilities());
    int[] pairs = Assignment.best(PlantedVectors.cosines(planted.truth(), found));
    int[][] best = BestTerms.of(x, fit);
    for (int topic = 0; topic < TOPICS; topic++) {
      Set<Integer> likeliest =
          Arrays.stream(TopicQuality.best(new double[][] {planted.truth()[topic]}, 100)[0])
              .boxed()
              .collect(Collectors.toSet());
      assertThat(Arrays.stream(best[pairs[topic]]).limit(TopicQuality.TERMS).boxed())
          .as("topic %d", topic)
          .doesNotHaveDuplicates()
          .allMatch(likeliest::contains);
    }
  }

  @Test
  void everyDocumentCountsOnce() {
    assertThat(Arrays.stream(fit.sizes()).sum()).isCloseTo(x.documents(), within(1e-6));
    double[] frequencies = new double[x.terms()];
    for (int i = 0; i < fit.frequencies().length; i++) {
      frequencies[i / TOPICS] += fit.frequencies()[i];
    }
    for (int v = 0; v < x.terms(); v++) {
      assertThat(frequencies[v])
          .isCloseTo(planted.vocabulary().documentFrequency()[v], within(1e-6));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void isTheSameToTheBitOnTheClusterAsOnTheDriver(int partitions) {
    JavaRDD<DocumentBlock> blocks =
        rows().repartition(partitions).toJavaRDD().mapPartitions(DocumentBlock::pack).cache();
    try (DocumentMatrix spread = DocumentMatrix.of(new ClusterBlocks(blocks))) {
      Plsa.Fit other = NmfTopics.fit(spread, Start.afresh(TOPICS), SEED);
      assertThat(bits(other.probabilities())).isEqualTo(bits(fit.probabilities()));
      assertThat(bits(other.judging())).isEqualTo(bits(fit.judging()));
      assertThat(bits(other.topics().byTerm())).isEqualTo(bits(fit.topics().byTerm()));
      assertThat(BestTerms.of(spread, other)).isDeepEqualTo(BestTerms.of(x, fit));
    }
  }

  @Test
  void judgingIsAStepLikeAnother() {
    try (var judged = new Plsa(x, fit.topics());
        var improved = new Plsa(x, fit.topics())) {
      Judgement judgement = judged.judge();
      improved.improve();
      assertThat(judgement.gain()).isPositive();
      assertThat(judgement.certainty()).isStrictlyBetween(1.0 / TOPICS, 1.0);
      assertThat(bits(improved.frequencies())).isEqualTo(bits(judged.frequencies()));
    }
  }

  @Test
  void allOfADocumentIsOfOneTopicWhereThereIsNoOther() {
    try (var one = Plsa.of(x, fit.topics(), 1, 0)) {
      Judgement judgement = one.judge();
      assertThat(judgement.certainty()).isEqualTo(1);
      assertThat(judgement.gain()).isCloseTo(0, within(1e-9));
    }
  }

  @Test
  void topicsThatAreGivenStayInTheirPlaces() {
    double[][] given = fit.topics().rows();
    Plsa.Fit again = NmfTopics.fit(x, new Start(TOPICS, given), SEED);
    double[][] same = PlantedVectors.cosines(given, again.topics().rows());
    double[][] six = Arrays.copyOf(given, 6);
    Plsa.Fit filled = NmfTopics.fit(x, new Start(TOPICS, six), SEED);
    double[][] others = PlantedVectors.cosines(given, filled.topics().rows());
    for (int topic = 0; topic < TOPICS; topic++) {
      assertThat(same[topic][topic]).as("topic %d", topic).isGreaterThan(0.99);
      if (topic < six.length) {
        assertThat(others[topic][topic]).as("topic %d", topic).isGreaterThan(0.95);
      }
    }
  }

  @Test
  void moreTopicsApartThanWantedAllStay() {
    TopicFactor found = fit.topics();
    assertThat(Plsa.of(x, found, 3, 5).k()).isEqualTo(5);
    assertThat(Plsa.of(x, found, 3, TOPICS).k()).isEqualTo(TOPICS);
  }
}
