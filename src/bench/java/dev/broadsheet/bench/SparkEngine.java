package dev.broadsheet.bench;

import dev.broadsheet.topics.TopicEngine;
import dev.broadsheet.topics.TopicModel;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An engine of the job.
 *
 * @param passes how many it makes
 */
record SparkEngine(TopicEngine engine, double passes) implements Engine {
  /** MLlib's own share of the documents in each iteration of online LDA. */
  private static final double BATCH = 0.05;

  /** MLlib's online LDA with its defaults, but for the iterations. */
  static SparkEngine online(int iterations) {
    return new SparkEngine(
        (vectors, start, seed) -> {
          LDAModel model =
              new LDA()
                  .setOptimizer("online")
                  .setMaxIter(iterations)
                  .setK(start.topics())
                  .setSeed(seed)
                  .setFeaturesCol("counts")
                  .setTopicDistributionCol(TopicModel.OUTPUT)
                  .fit(vectors);
          double[][] probabilities = rows(model.topicsMatrix());
          return new TopicModel(model, probabilities, probabilities);
        },
        iterations * BATCH);
  }

  @Override
  public Fit fit(Documents documents, int topics, long seed) {
    var start = TopicEngine.Start.afresh(topics);
    var timed = Fit.Timed.of(() -> engine.fit(documents.vectors(), start, seed));
    TopicModel model = timed.result();
    return new Fit(
        timed.seconds(),
        timed.seconds(),
        passes,
        OptionalDouble.empty(),
        model.termWeights(),
        model.termProbabilities(),
        mainTopics(model, documents));
  }

  /** In the order of the documents. */
  static int[] mainTopics(TopicModel model, Documents documents) {
    Dataset<Row> weights =
        model.transformer().transform(documents.vectors()).select(TopicModel.OUTPUT);
    return weights.collectAsList().stream()
        .mapToInt(row -> Fit.largest(row.<Vector>getAs(0).toArray()))
        .toArray();
  }

  private static double[][] rows(Matrix terms) {
    return IntStream.range(0, terms.numCols())
        .mapToObj(
            k -> IntStream.range(0, terms.numRows()).mapToDouble(v -> terms.apply(v, k)).toArray())
        .map(Fit::normalized)
        .toArray(double[][]::new);
  }
}
