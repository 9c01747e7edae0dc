package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.clustering.DistributedLDAModel;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.clustering.LocalLDAModel;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
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
      return single(vectors);
    }
    LocalLDAModel local = fitAndRelease(vectors, lda.setK(topics).setSeed(seed));
    local.setFeaturesCol("counts");
    local.setTopicDistributionCol(TopicModel.OUTPUT);
    local.setSeed(seed);
    double[][] probabilities = rows(local.topicsMatrix());
    return new TopicModel(local, probabilities, probabilities);
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

  /** MLlib wants two topics at least. One topic is the corpus: every article has all its weight. */
  private static TopicModel single(Dataset<Row> vectors) {
    var one =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new SQLTransformer().setStatement("SELECT *, 1.0D AS one FROM __THIS__"),
                  new VectorAssembler()
                      .setInputCols(new String[] {"one"})
                      .setOutputCol(TopicModel.OUTPUT)
                })
            .fit(vectors);
    double[] total = totals(vectors);
    return new TopicModel(one, new double[][] {total}, new double[][] {normalized(total)});
  }

  /** Sums of counts are sums of whole numbers, which are exact in any order. */
  private static double[] totals(Dataset<Row> vectors) {
    return vectors.select(Summarizer.sum(vectors.col("counts"))).head().<Vector>getAs(0).toArray();
  }

  static double[][] rows(Matrix terms) {
    return IntStream.range(0, terms.numCols())
        .mapToObj(k -> IntStream.range(0, terms.numRows()).mapToDouble(v -> terms.apply(v, k)))
        .map(weights -> normalized(weights.toArray()))
        .toArray(double[][]::new);
  }

  private static double[] normalized(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
