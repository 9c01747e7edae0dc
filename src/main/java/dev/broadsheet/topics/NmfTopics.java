package dev.broadsheet.topics;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Topics by {@link Nmf} on tfidf, their terms' and articles' probabilities by {@link FoldIn} on
 * counts. The model's own weights of terms are H.
 */
final class NmfTopics implements TopicEngine {
  @Override
  public TopicModel fit(Dataset<Row> vectors, Start start, long seed) {
    var nmf =
        new Nmf()
            .setFeaturesCol("tfidf")
            .setK(start.topics())
            .setInitialTopics(start.given())
            .setSeed(seed);
    PipelineModel both =
        new Pipeline().setStages(new PipelineStage[] {nmf, new FoldIn()}).fit(vectors);
    NmfModel topics = (NmfModel) both.stages()[0];
    FoldInModel probabilities = (FoldInModel) both.stages()[1];
    return new TopicModel(both, topics.topics(), probabilities.termProbabilities());
  }
}
