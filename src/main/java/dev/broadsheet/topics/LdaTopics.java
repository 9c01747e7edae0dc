package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.clustering.DistributedLDAModel;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.clustering.LocalLDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Latent Dirichlet allocation (Blei, Ng and Jordan 2003) by MLlib, on counts, with settings that
 * work: MLlib's defaults stop long before the topics are any good.
 *
 * <p>A model is k × V on the driver; a task holds about 8·k·V bytes more. Expectation maximisation
 * keeps a graph with an edge for each nonzero count.
 */
final class LdaTopics implements TopicEngine {
  private final LDA lda;

  private LdaTopics(LDA lda) {
    this.lda = lda.setFeaturesCol("counts").setTopicDistributionCol(TopicModel.OUTPUT);
  }

  /** Expectation maximisation (Asuncion et al. 2009): the better topics of the two. */
  static TopicEngine expectationMaximization() {
    return new LdaTopics(
        new LDA()
            .setOptimizer("em")
            .setMaxIter(100)
            .setDocConcentration(1.1)
            .setTopicConcentration(1.01));
  }

  /** Online variational Bayes (Hoffman, Blei and Bach 2010): 20 passes in batches of a tenth. */
  static TopicEngine online() {
    return new LdaTopics(
        new LDA()
            .setOptimizer("online")
            .setMaxIter(200)
            .setSubsamplingRate(0.1)
            .setOptimizeDocConcentration(true));
  }

  @Override
  public TopicModel fit(Dataset<Row> vectors, Start start, long seed) {
    int topics = start.topics();
    if (topics == 1) {
      // MLlib wants two topics at least.
      return SingleTopic.of(vectors);
    }
    LocalLDAModel local = fitAndRelease(vectors, lda.setK(topics).setSeed(seed));
    local.setFeaturesCol("counts");
    local.setTopicDistributionCol(TopicModel.OUTPUT);
    local.setSeed(seed);
    double[][] probabilities = rows(local.topicsMatrix());
    int[][] best = TopicQuality.best(relevance(probabilities), BestTerms.MOST);
    return TopicModel.of(local, probabilities, probabilities, best);
  }

  /**
   * Relevance (Sievert and Shirley 2014, p. 66) with λ = 0.5, the geometric mean of p(term | topic)
   * and its lift: by probability alone topics are shown by what is common everywhere.
   */
  private static double[][] relevance(double[][] probabilities) {
    double[] mean = new double[probabilities[0].length];
    for (double[] topic : probabilities) {
      for (int v = 0; v < mean.length; v++) {
        mean[v] += topic[v] / probabilities.length;
      }
    }
    return Arrays.stream(probabilities)
        .map(
            topic ->
                IntStream.range(0, mean.length)
                    .mapToDouble(v -> topic[v] == 0 ? 0 : topic[v] / Math.sqrt(mean[v]))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** MLlib leaves the graph of its last iterations cached until it happens to be collected. */
  private static LocalLDAModel fitAndRelease(Dataset<Row> vectors, LDA lda) {
    var context = JavaSparkContext.fromSparkContext(vectors.sparkSession().sparkContext());
    Set<Integer> before = Set.copyOf(context.getPersistentRDDs().keySet());
    LDAModel fitted = lda.fit(vectors);
    LocalLDAModel local =
        fitted instanceof DistributedLDAModel graph ? graph.toLocal() : (LocalLDAModel) fitted;
    context
        .getPersistentRDDs()
        .forEach(
            (id, rdd) -> {
              if (!before.contains(id)) {
                rdd.unpersist(false);
              }
            });
    return local;
  }

  static double[][] rows(Matrix terms) {
    return IntStream.range(0, terms.numCols())
        .mapToObj(k -> IntStream.range(0, terms.numRows()).mapToDouble(v -> terms.apply(v, k)))
        .map(weights -> SingleTopic.normalized(weights.toArray()))
        .toArray(double[][]::new);
  }
}
