package dev.broadsheet.bench;

import dev.broadsheet.topics.Nmf;
import dev.broadsheet.topics.NmfModel;
import dev.broadsheet.topics.NmfSummary;
import dev.broadsheet.topics.TopicAlgorithm;
import dev.broadsheet.topics.TopicEngine;
import dev.broadsheet.topics.TopicModel;
import java.util.OptionalDouble;
import org.apache.spark.ml.linalg.Vector;

/**
 * The job's factorization, in two fits: of {@link Nmf} alone, which is what scikit-learn's is
 * compared with, and of the whole engine, which finds p(term | topic) too and whose main topics
 * count. The loss is that of the weights that the fitted model gives to the documents.
 */
record NmfEngine() implements Engine {
  @Override
  public Fit fit(Documents documents, int topics, long seed) {
    Nmf nmf = new Nmf().setK(topics).setSeed(seed).setOutputCol("w");
    var factors = Fit.Timed.of(() -> nmf.fit(documents.vectors()));
    var start = TopicEngine.Start.afresh(topics);
    TopicEngine engine = TopicAlgorithm.NMF.engine();
    var whole = Fit.Timed.of(() -> engine.fit(documents.vectors(), start, seed));
    TopicModel model = whole.result();
    return new Fit(
        factors.seconds(),
        whole.seconds(),
        factors.result().summary().map(NmfSummary::passes).orElse(0),
        OptionalDouble.of(loss(factors.result(), documents)),
        model.termWeights(),
        model.termProbabilities(),
        SparkEngine.mainTopics(model, documents));
  }

  private static double loss(NmfModel model, Documents documents) {
    double[][] weights =
        model.transform(documents.vectors()).select("w").collectAsList().stream()
            .map(row -> row.<Vector>getAs(0).toArray())
            .toArray(double[][]::new);
    return Loss.of(documents.features(), weights, model.topics());
  }
}
