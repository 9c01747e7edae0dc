package dev.broadsheet.bench;

import dev.broadsheet.topics.TopicEngine;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicQuality;
import java.util.stream.IntStream;
import org.apache.spark.ml.clustering.LDA;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Matrix;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An engine of the job, fitted as the job fits it. */
record SparkEngine(TopicEngine engine) implements Engine {
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
          return TopicModel.of(
              model,
              probabilities,
              probabilities,
              TopicQuality.best(probabilities, TopicQuality.TERMS));
        });
  }

  @Override
  public Fit fit(Documents documents, int topics, long seed) {
    var start = TopicEngine.Start.afresh(topics);
    var timed = Fit.Timed.of(() -> engine.fit(documents.vectors(), start, seed));
    TopicModel model = timed.result();
    return new Fit(
        timed.seconds(), model.bestTen(), model.termProbabilities(), mainTopics(model, documents));
  }

  /** In the order of the documents. */
  private static int[] mainTopics(TopicModel model, Documents documents) {
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
