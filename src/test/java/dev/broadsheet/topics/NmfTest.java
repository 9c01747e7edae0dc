package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.rand;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.nmf.TopicFactor;
import dev.broadsheet.topics.description.Assignment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.jdk.javaapi.CollectionConverters;

@SparkTest
class NmfTest {
  private static final int TOPICS = 8;
  private static final int DOCUMENTS = 1_000;
  private static final int FEW_DOCUMENTS_JOBS = 1;

  private static PlantedVectors planted;
  private static NmfModel model;

  @BeforeAll
  static void fit(SparkSession spark) {
    planted = PlantedVectors.of(new PlantedCorpus(TOPICS, 1_200, DOCUMENTS, 3), spark);
    model = nmf().fit(planted.rows());
  }

  @AfterAll
  static void release() {
    planted.rows().unpersist();
  }

  private static Nmf nmf() {
    return new Nmf().setFeaturesCol("tfidf").setK(TOPICS);
  }

  /** Three documents over five terms. */
  private static Dataset<Row> small(SparkSession spark) {
    return features(
        spark,
        Vectors.dense(1, 1, 0, 0, 0),
        Vectors.dense(0, 0, 1, 2, 0),
        Vectors.dense(2, 1, 0, 1, 0));
  }

  private static Dataset<Row> features(SparkSession spark, Vector... vectors) {
    List<Row> rows = Arrays.stream(vectors).map(vector -> RowFactory.create(vector)).toList();
    return spark.createDataFrame(rows, new StructType().add("features", SQLDataTypes.VectorType()));
  }

  private static long[][] bits(double[][] matrix) {
    return Arrays.stream(matrix)
        .map(row -> Arrays.stream(row).mapToLong(Double::doubleToLongBits).toArray())
        .toArray(long[][]::new);
  }

  private static double[][] weights(NmfModel of, Dataset<Row> documents, String... order) {
    Dataset<Row> weighed = of.transform(documents);
    return (order.length == 0 ? weighed : weighed.orderBy(order[0]))
        .select(of.getOrDefault(of.outputCol())).collectAsList().stream()
            .map(row -> row.<Vector>getAs(0).toArray())
            .toArray(double[][]::new);
  }

  /** ‖X − WH‖², document by document and term by term. */
  private static double loss(NmfModel of, Dataset<Row> documents) {
    double[][] h = of.topics();
    double sum = 0;
    for (Row row : of.transform(documents).select("tfidf", "topicWeights").collectAsList()) {
      double[] rest = row.<Vector>getAs(0).toArray().clone();
      double[] w = row.<Vector>getAs(1).toArray();
      for (int j = 0; j < w.length; j++) {
        for (int v = 0; w[j] > 0 && v < rest.length; v++) {
          rest[v] -= w[j] * h[j][v];
        }
      }
      sum += Arrays.stream(rest).map(r -> r * r).sum();
    }
    return sum;
  }

  @Test
  void fewDocumentsAreFactorizedWithoutAJobForAPass(SparkSession spark) throws TimeoutException {
    assertThat(jobs(spark, planted.rows()))
        .as("to the driver, where they are counted")
        .isEqualTo(jobs(spark, planted.rows().limit(DOCUMENTS / 4)))
        .isEqualTo(FEW_DOCUMENTS_JOBS);
  }

  private static int jobs(SparkSession spark, Dataset<Row> documents) throws TimeoutException {
    var jobs = new AtomicInteger();
    var listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            jobs.incrementAndGet();
          }
        };
    Dataset<Row> cached = documents.cache();
    cached.count();
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().addSparkListener(listener);
    nmf().fit(cached);
    spark.sparkContext().listenerBus().waitUntilEmpty();
    spark.sparkContext().removeSparkListener(listener);
    return jobs.get();
  }

  @Test
  void topicsAndWeightsAreNonnegativeAndTopicsHaveLengthOne() {
    for (double[] topic : model.topics()) {
      assertThat(Arrays.stream(topic).min().getAsDouble()).isNotNegative();
      assertThat(Arrays.stream(topic).map(h -> h * h).sum()).isCloseTo(1, within(1e-12));
    }
    for (double[] document : weights(model, planted.rows())) {
      assertThat(document).hasSize(TOPICS);
      assertThat(Arrays.stream(document).min().getAsDouble()).isNotNegative();
    }
  }

  @Test
  void lossesFallOrTheNextPassTakesTheStepBack() {
    var random = new Random(1);
    double[][] any = new double[TOPICS][];
    Arrays.setAll(any, j -> random.doubles(planted.vocabulary().size()).toArray());
    NmfModel better = nmf().setInitialTopics(any).fit(planted.rows());
    List<Double> losses = better.summary().orElseThrow().losses();
    assertThat(losses).hasSizeGreaterThan(5);
    double best = losses.get(0);
    for (int pass = 1; pass < losses.size(); pass++) {
      if (losses.get(pass) > best * (1 + 1e-6)) {
        pass++;
        assertThat(losses.get(pass)).as("pass %d", pass).isLessThanOrEqualTo(best * (1 + 1e-6));
      }
      best = Math.min(best, losses.get(pass));
    }
    assertThat(loss(better, planted.rows())).isLessThanOrEqualTo(best * (1 + 1e-4));
    assertThat(loss(model, planted.rows()))
        .as("from NNDSVD, no worse than from chance")
        .isLessThanOrEqualTo(best * 1.001);
  }

  @Test
  void theFirstLossIsThatOfTheInitialTopics() {
    NmfModel once = nmf().setInitialTopics(planted.truth()).setMaxIter(1).fit(planted.rows());
    var given = new NmfModel("given", TopicFactor.ofRows(planted.truth())).setFeaturesCol("tfidf");
    double before = loss(given, planted.rows());
    assertThat(once.summary().orElseThrow().losses()).hasSize(1);
    assertThat(once.summary().orElseThrow().losses().get(0))
        .isCloseTo(before, within(1e-3 * before));
    assertThat(loss(once, planted.rows())).isLessThan(before);
  }

  @Test
  void theSummaryCountsDocumentsAndPasses() {
    NmfSummary summary = model.summary().orElseThrow();
    assertThat(summary.documents()).isEqualTo(DOCUMENTS);
    assertThat(summary.passes()).isEqualTo(summary.losses().size()).isBetween(3, 100);
    assertThat(nmf().setMaxIter(5).setTol(0).fit(planted.rows()).summary().orElseThrow().passes())
        .as("of maxIter")
        .isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void topicsAreTheSameToTheBitInAnyOrderAndPartitions(int partitions) {
    Dataset<Row> shuffled = planted.rows().orderBy(rand(partitions)).repartition(partitions);
    assertThat(bits(nmf().fit(shuffled).topics())).isDeepEqualTo(bits(model.topics()));
  }

  @Test
  void learnsFromASampleThatDependsOnTheContentsAlone() {
    Nmf sampling = nmf().setMaxTrainingDocuments(300);
    NmfModel sampled = sampling.fit(planted.rows());
    NmfModel shuffled = sampling.fit(planted.rows().orderBy(rand(1)).repartition(5));
    assertThat(sampled.summary().orElseThrow().documents()).isBetween(240L, 360L);
    assertThat(bits(shuffled.topics())).isDeepEqualTo(bits(sampled.topics()));
    assertThat(bits(sampled.topics())[0]).isNotEqualTo(bits(model.topics())[0]);
    double all = loss(model, planted.rows());
    assertThat(loss(sampled, planted.rows())).isBetween(all, 1.05 * all);
    assertThat(bits(nmf().setMaxTrainingDocuments(DOCUMENTS).fit(planted.rows()).topics()))
        .as("as many as there are")
        .isDeepEqualTo(bits(model.topics()));
  }

  @Test
  void initialTopicsKeepTheirOrder() {
    double[][] given = planted.truth();
    double[][] topics = nmf().setInitialTopics(given).fit(planted.rows()).topics();
    assertThat(topics).hasDimensions(TOPICS, planted.vocabulary().size());
    double[][] cosines = PlantedVectors.cosines(given, topics);
    for (int i = 0; i < TOPICS; i++) {
      assertThat(Assignment.best(cosines)[i]).isEqualTo(i);
      assertThat(cosines[i][i]).isEqualTo(Arrays.stream(cosines[i]).max().getAsDouble());
    }
  }

  @Test
  void fewerInitialTopicsAreFilledUp() {
    double[][] given = {model.topics()[6], model.topics()[2], model.topics()[4]};
    double[][] topics = nmf().setInitialTopics(given).fit(planted.rows()).topics();
    double[][] cosines = PlantedVectors.cosines(model.topics(), topics);
    int[] pairs = Assignment.best(cosines);
    assertThat(new int[] {pairs[6], pairs[2], pairs[4]}).containsExactly(0, 1, 2);
    for (int j = 0; j < TOPICS; j++) {
      assertThat(cosines[j][pairs[j]]).as("topic %d", j).isGreaterThan(0.9);
    }
  }

  @Test
  void refusesInitialTopicsThatDoNotFit(SparkSession spark) {
    Nmf two = new Nmf().setK(2);
    assertThatThrownBy(() -> two.setInitialTopics(new double[3][5]).fit(small(spark)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot begin with 3 topics over 5 terms: there are 2 topics over 5 terms to find. Drop the initial topics.");
    assertThatThrownBy(() -> two.setInitialTopics(new double[1][4]).fit(small(spark)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot begin with 1 topics over 4 terms: there are 2 topics over 5 terms to find. Drop the initial topics.");
  }

  @Test
  void refusesMoreTopicsThanDocumentsOrTerms(SparkSession spark) {
    assertThatThrownBy(() -> new Nmf().setK(4).fit(small(spark)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot find 4 topics in 3 documents over 5 terms: k is larger than one of these. Lower k.");
    Dataset<Row> narrow =
        features(spark, Vectors.dense(1, 0), Vectors.dense(0, 1), Vectors.dense(1, 1));
    assertThatThrownBy(() -> new Nmf().setK(3).fit(narrow))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot find 3 topics in 3 documents over 2 terms: k is larger than one of these. Lower k.");
    assertThat(new Nmf().setK(2).fit(narrow).topics()).hasDimensions(2, 2);
    assertThat(new Nmf().setK(3).fit(small(spark)).topics()).hasDimensions(3, 5);
  }

  @Test
  void refusesNoRows(SparkSession spark) {
    assertThatThrownBy(() -> new Nmf().fit(small(spark).limit(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot find 10 topics in 0 documents over 0 terms: k is larger than one of these. Lower k.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1e-9, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesValuesThatAreNoWeights(double value, SparkSession spark) {
    Dataset<Row> documents =
        features(spark, Vectors.dense(1, 0, 2), Vectors.dense(0, value, 1), Vectors.dense(1, 1, 1));
    assertThatThrownBy(() -> new Nmf().setK(2).fit(documents))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot factorize column features: a value is negative, infinite or no number. Mend the vectors.");
  }

  @Test
  void refusesVectorsOfDifferentSizes(SparkSession spark) {
    Dataset<Row> documents =
        features(spark, Vectors.dense(1, 0, 2), Vectors.dense(0, 1)).coalesce(1);
    assertThatThrownBy(() -> new Nmf().setK(2).fit(documents))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot factorize vectors of different numbers of terms. Make all of one vocabulary.");
    assertThatThrownBy(() -> new Nmf().setK(2).fit(documents.repartition(2)))
        .rootCause()
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot factorize vectors of different numbers of terms. Make all of one vocabulary.");
  }

  @Test
  void refusesAColumnWithoutVectors() {
    Nmf nmf = nmf().setFeaturesCol("label");
    assertThatThrownBy(() -> nmf.fit(planted.rows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot factorize column label: it holds no vectors. Name a vector column as featuresCol.");
    NmfModel wrong = model.copy(new ParamMap()).setFeaturesCol("label");
    assertThatThrownBy(() -> wrong.transform(planted.rows()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Cannot factorize column label: it holds no vectors. Name a vector column as featuresCol.");
  }

  @Test
  void aDocumentWithoutTermsHasNoTopics(SparkSession spark) {
    Vector empty = Vectors.sparse(5, new int[0], new double[0]);
    Dataset<Row> documents =
        features(spark, empty, Vectors.dense(1, 1, 0, 0, 0), Vectors.dense(0, 0, 1, 2, 0), empty);
    NmfModel two = new Nmf().setK(2).fit(documents);
    double[][] weights = weights(two, documents);
    assertThat(weights[0]).containsExactly(0, 0);
    assertThat(weights[3]).containsExactly(0, 0);
    assertThat(Arrays.stream(weights[1]).sum()).isCloseTo(Math.sqrt(2), within(1e-3));
    assertThat(Arrays.stream(weights[2]).sum()).isCloseTo(Math.sqrt(5), within(1e-3));
  }

  @Test
  void aTermInNoDocumentHasNoWeightInAnyTopic(SparkSession spark) {
    double[][] topics = new Nmf().setK(3).fit(small(spark)).topics();
    for (double[] topic : topics) {
      assertThat(topic[4]).isZero();
      assertThat(topic).doesNotContain(Double.NaN);
    }
    assertThat(IntStream.range(0, 4))
        .allMatch(v -> Arrays.stream(topics).anyMatch(topic -> topic[v] > 0));
  }

  @Test
  void documentsThatAreAllAlikeHaveOneTopic(SparkSession spark) {
    Vector same = Vectors.dense(0.6, 0.8);
    NmfModel two = new Nmf().setK(2).fit(features(spark, same, same, same));
    assertThat(Arrays.stream(two.topics()).flatMapToDouble(Arrays::stream))
        .doesNotContain(Double.NaN);
    assertThat(two.summary().orElseThrow().losses().get(0)).isCloseTo(0, within(1e-6));
  }

  @Test
  void theEstimatorIsReadAsItWasWritten(@TempDir Path folder) {
    Nmf written =
        nmf()
            .setSeed(7)
            .setMaxIter(9)
            .setTol(0.1)
            .setOutputCol("w")
            .setMaxTrainingDocuments(5)
            .setInitialTopics(new double[][] {{0.1, 1 / 3.0}, {0, 1e-17}});
    assertSame(written, Nmf.load(saved(written, folder.resolve("given"))));
    assertSame(new Nmf("plain"), Nmf.load(saved(new Nmf("plain"), folder.resolve("plain"))));
  }

  private static String saved(Nmf nmf, Path path) {
    try {
      nmf.save(path.toString());
      return path.toString();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertSame(Nmf written, Nmf read) {
    assertThat(read.uid()).isEqualTo(written.uid());
    assertThat(written.params()).hasSize(8);
    for (Param<?> param : written.params()) {
      Object value = read.getOrDefault(read.getParam(param.name()));
      assertThat(value)
          .as(param.name())
          .usingRecursiveComparison()
          .isEqualTo(written.getOrDefault(param));
      assertThat(read.isSet(read.getParam(param.name()))).isEqualTo(written.isSet(param));
    }
  }

  @Test
  void theModelIsReadToTheBit(@TempDir Path folder) throws Exception {
    String path = folder.resolve("model").toString();
    NmfModel written = model.copy(new ParamMap()).setOutputCol("w");
    written.save(path);
    NmfModel read = NmfModel.load(path);
    assertThat(read.uid()).isEqualTo(model.uid());
    assertThat(read.summary()).isEmpty();
    assertThat(bits(read.topics())).isDeepEqualTo(bits(model.topics()));
    assertThat(read.getOrDefault(read.featuresCol())).isEqualTo("tfidf");
    assertThat(bits(weights(read, planted.rows(), "article_id")))
        .isDeepEqualTo(bits(weights(model, planted.rows(), "article_id")));
  }

  @Test
  void aCopyHasItsOwnParameters() {
    Nmf nmf = nmf();
    Nmf copy = nmf.copy(new ParamMap().put(nmf.k(), 3).put(nmf.outputCol(), "w"));
    assertThat(copy.uid()).isEqualTo(nmf.uid());
    assertThat(copy.getOrDefault(copy.k())).isEqualTo(3);
    assertThat(copy.getOrDefault(copy.featuresCol())).isEqualTo("tfidf");
    assertThat(nmf.getOrDefault(nmf.k())).isEqualTo(TOPICS);
    NmfModel other = model.copy(new ParamMap().put(model.outputCol(), "w"));
    assertThat(other.transform(planted.rows()).columns()).contains("w");
    assertThat(other.summary()).isEqualTo(model.summary());
  }

  @Test
  void isAStageOfAPipeline() {
    PipelineModel both = new Pipeline().setStages(new PipelineStage[] {nmf()}).fit(planted.rows());
    Dataset<Row> documents = both.transform(planted.rows());
    assertThat(documents.columns()).endsWith("topicWeights");
    assertThat(documents.first().<Vector>getAs("topicWeights").size()).isEqualTo(TOPICS);
    assertThat(bits(((NmfModel) both.stages()[0]).topics())).isDeepEqualTo(bits(model.topics()));
  }

  @Test
  void fitsAGridOfParameters() {
    Nmf nmf = nmf().setMaxIter(4);
    List<ParamMap> grid =
        List.of(
            new ParamMap().put(nmf.k(), 2),
            new ParamMap().put(nmf.k(), 3).put(nmf.outputCol(), "w"));
    var models = nmf.fit(planted.rows(), CollectionConverters.asScala(grid).toSeq());
    assertThat(models.apply(0).topics()).hasNumberOfRows(2);
    assertThat(models.apply(1).topics()).hasNumberOfRows(3);
    assertThat(models.apply(1).getOrDefault(models.apply(1).outputCol())).isEqualTo("w");
    assertThat(models.apply(0).parent()).isNotNull();
  }
}
