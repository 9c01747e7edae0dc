package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.topics.TopicSelection.Choice;
import dev.broadsheet.topics.description.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class TopicSelectionTest {
  private static final long SEED = 42;
  private static final int TOPICS = 8;
  private static final PlantedCorpus CORPUS = new PlantedCorpus(TOPICS, 1_500, 480, 5);

  private static PlantedVectors planted;

  @BeforeAll
  static void plant(SparkSession spark) {
    planted = PlantedVectors.of(CORPUS, spark);
  }

  @AfterAll
  static void release() {
    planted.rows().unpersist();
  }

  private static Choice afresh(Dataset<Row> rows) {
    return TopicSelection.afresh(rows, planted.most(), SEED);
  }

  /** H of the planted topics that documents use. */
  private static double[][] topics(Dataset<Row> rows, int k) {
    return new Nmf().setK(k).fit(rows).topics();
  }

  private static PlantedVectors of(PlantedCorpus corpus, SparkSession spark) {
    return PlantedVectors.over(planted.vocabulary(), corpus, spark);
  }

  private static Choice continued(PlantedVectors today, double[][] before) {
    return TopicSelection.continued(today.rows(), before, 0, today.most(), SEED);
  }

  /** The planted topics, each with the best of some others one-to-one; −1 where none is like it. */
  private static int[] found(double[][] others) {
    double[][] cosines = PlantedVectors.cosines(planted.truth(), others);
    int[] pairs = Assignment.best(cosines);
    return IntStream.range(0, TOPICS)
        .map(t -> pairs[t] >= 0 && cosines[t][pairs[t]] > 0.5 ? pairs[t] : -1)
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"5, 1500, 400, 101", "12, 2000, 720, 102", "20, 2500, 1600, 103"})
  void landsNearTheNumberThatWasPlanted(
      int topics, int vocabulary, int documents, long seed, SparkSession spark) {
    var vectors = PlantedVectors.of(new PlantedCorpus(topics, vocabulary, documents, seed), spark);
    Choice choice = TopicSelection.afresh(vectors.rows(), vectors.most(), SEED);
    vectors.rows().unpersist();
    assertThat((double) choice.start().topics())
        .as("%s", choice.curve())
        .isBetween(0.75 * topics, 1.25 * topics);
  }

  @Test
  void exactlyOneCandidateIsChosenAmongTheBest() {
    Choice choice = afresh(planted.rows());
    List<Candidate> chosen = choice.curve().stream().filter(Candidate::chosen).toList();
    assertThat(chosen).hasSize(1);
    assertThat(choice.start().topics()).isEqualTo(chosen.get(0).topics());
    assertThat(choice.start().given()).isEmpty();
    assertThat(choice.curve())
        .extracting(Candidate::topics)
        .isSorted()
        .doesNotHaveDuplicates()
        .hasSizeGreaterThan(9);
    double best = choice.curve().stream().mapToDouble(Candidate::score).max().getAsDouble();
    assertThat(best).isPositive();
    assertThat(chosen.get(0).score()).isBetween(0.98 * best, best);
    assertThat(choice.curve())
        .filteredOn(candidate -> candidate.topics() < chosen.get(0).topics())
        .allSatisfy(fewer -> assertThat(fewer.score()).isLessThan(0.98 * best));
  }

  @Test
  void choosesTheSameInAnyOrderAndPartitions() {
    Choice usual = afresh(planted.rows());
    Choice shuffled = afresh(planted.rows().orderBy(rand(1)).repartition(5));
    assertThat(shuffled.curve())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("seconds")
        .isEqualTo(usual.curve());
    assertThat(shuffled.start().given()).isDeepEqualTo(usual.start().given());
  }

  @Test
  void theRightTopicsContinueAsTheyAre(SparkSession spark) {
    double[][] before = topics(planted.rows(), TOPICS);
    Choice choice = continued(of(CORPUS.window(480, 960), spark), before);
    assertThat(choice.start().topics()).as("%s", choice.curve()).isEqualTo(TOPICS);
    double[][] cosines = PlantedVectors.cosines(before, choice.start().given());
    assertThat(Assignment.best(cosines)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    assertThat(choice.curve().stream().filter(Candidate::chosen)).hasSize(1);
  }

  @Test
  void aTopicWithoutArticlesEnds(SparkSession spark) {
    double[][] before = topics(planted.rows(), TOPICS);
    int dead = found(before)[3];
    PlantedVectors today = of(CORPUS.window(480, 960).withActive(0, 1, 2, 4, 5, 6, 7), spark);
    Choice choice = continued(today, before);
    assertThat(choice.start().topics()).as("%s", choice.curve()).isEqualTo(TOPICS - 1);
    double[][] cosines = PlantedVectors.cosines(before, choice.start().given());
    int[] living = IntStream.range(0, TOPICS).filter(j -> j != dead).toArray();
    for (int row = 0; row < living.length; row++) {
      assertThat(cosines[living[row]][row]).isGreaterThan(0.8);
    }
    assertThat(Arrays.stream(cosines[dead]).max().getAsDouble()).isLessThan(0.5);
  }

  @Test
  void aNewTopicIsAddedAfterTheOthers(SparkSession spark) {
    PlantedVectors yesterday = of(CORPUS.withActive(0, 1, 2, 3, 4, 5, 6), spark);
    double[][] before = topics(yesterday.rows(), TOPICS - 1);
    Choice choice = continued(of(CORPUS.window(480, 960), spark), before);
    assertThat(choice.start().topics()).as("%s", choice.curve()).isEqualTo(TOPICS);
    double[][] given = choice.start().given();
    int[] old = Arrays.copyOf(Assignment.best(PlantedVectors.cosines(before, given)), TOPICS - 1);
    assertThat(old).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(found(before)[TOPICS - 1]).isEqualTo(-1);
    assertThat(found(given)[TOPICS - 1]).isEqualTo(TOPICS - 1);
  }

  @Test
  void aNewTopicAmongTwentyIsAdded(SparkSession spark) {
    var corpus = new PlantedCorpus(20, 2_500, 1_200, 201);
    PlantedVectors all = PlantedVectors.of(corpus.window(1_200, 2_400), spark);
    PlantedVectors yesterday =
        PlantedVectors.over(
            all.vocabulary(), corpus.withActive(IntStream.range(0, 19).toArray()), spark);
    Choice choice = continued(all, topics(yesterday.rows(), 19));
    assertThat(choice.start().topics()).as("%s", choice.curve()).isEqualTo(20);
    yesterday.rows().unpersist();
    all.rows().unpersist();
  }

  @Test
  void aNumberThatIsAskedForIsKept(SparkSession spark) {
    double[][] before = topics(planted.rows(), TOPICS);
    for (int asked : new int[] {5, 8, 11}) {
      Choice choice = TopicSelection.continued(planted.rows(), before, asked, planted.most(), SEED);
      assertThat(choice.curve()).isEmpty();
      assertThat(choice.start().topics()).isEqualTo(asked);
      assertThat(choice.start().given()).hasNumberOfRows(Math.min(asked, TOPICS));
    }
  }

  @Test
  void topicsThatAreAllDeadLeaveAFreshStart(SparkSession spark) {
    double[][] dead = new double[3][planted.vocabulary().size()];
    assertThat(continued(planted, dead).start().given())
        .isDeepEqualTo(afresh(planted.rows()).start().given());
    Choice asked = TopicSelection.continued(planted.rows(), dead, 4, planted.most(), SEED);
    assertThat(asked.start().topics()).isEqualTo(4);
    assertThat(asked.start().given()).isEmpty();
  }

  @Test
  void whatIsGainedCountsByTheCubeOfCertaintyAndALossAsItIs() {
    assertThat(TopicSelection.score(0.2, 0.5)).isEqualTo(0.025);
    assertThat(TopicSelection.score(-0.2, 0.5)).isEqualTo(-0.2);
  }

  /** 540 documents of one subject in three parts, and ten of each of nine, which share nothing. */
  private static Dataset<Row> aLargeSubjectAndNineSmallOnes(SparkSession spark) {
    var random = new Random(1);
    List<Row> rows = new ArrayList<>();
    for (int document = 0; document < 630; document++) {
      boolean large = document < 540;
      int subject = large ? document % 3 : 3 + (document - 540) / 10;
      // 30 terms are of the large subject, and 30 of each of its parts and of each of the others.
      IntStream shared = random.ints(large ? 20 : 0, 0, 30);
      IntStream own = random.ints(large ? 4 : 45, 30 * (subject + 1), 30 * (subject + 2));
      int[] terms = IntStream.concat(shared, own).distinct().sorted().toArray();
      double[] once = new double[terms.length];
      Arrays.fill(once, 1);
      Vector vector = Vectors.sparse(30 * 13, terms, once);
      rows.add(RowFactory.create(vector, vector));
    }
    StructType schema =
        new StructType()
            .add("features", SQLDataTypes.VectorType())
            .add("counts", SQLDataTypes.VectorType());
    return spark.createDataFrame(rows, schema);
  }

  @Test
  void smallSubjectsAreNotMixedForTheSakeOfALargeOne(SparkSession spark) {
    Choice choice = TopicSelection.afresh(aLargeSubjectAndNineSmallOnes(spark), 315, SEED);
    Candidate chosen = choice.curve().stream().filter(Candidate::chosen).findFirst().orElseThrow();
    assertThat(chosen.topics()).as("%s", choice.curve()).isBetween(10, 13);
    assertThat(chosen.mixed()).isLessThan(0.025);
    Candidate best =
        choice.curve().stream().max(Comparator.comparingDouble(Candidate::score)).orElseThrow();
    assertThat(best.mixed()).as("%s", choice.curve()).isGreaterThan(0.025);
  }

  @Test
  void candidatesFallFromTwiceTheRuleOfThumb() {
    assertThat(TopicSelection.candidates(480, 240))
        .containsExactly(26, 21, 17, 13, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2);
    assertThat(TopicSelection.candidates(480, 9)).containsExactly(9, 8, 7, 6, 5, 4, 3, 2);
    assertThat(TopicSelection.candidates(2, 1)).containsExactly(1);
  }
}
