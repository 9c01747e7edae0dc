package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Topics by {@link Nmf} on features, their terms' and articles' probabilities by {@link FoldIn} on
 * counts. The model's own weights of terms are H.
 */
final class NmfTopics implements TopicEngine {
  @Override
  public TopicModel fit(Dataset<Row> vectors, Start start, long seed) {
    if (start.topics() == 1) {
      return SingleTopic.of(vectors);
    }
    var nmf = new Nmf().setK(start.topics()).setInitialTopics(start.given()).setSeed(seed);
    NmfModel topics = nmf.fit(vectors);
    FoldInModel probabilities = new FoldIn().fit(topics.transform(vectors));
    int[] living = living(probabilities.termProbabilities());
    return model(topics.only(living), probabilities.only(living), vectors);
  }

  /** Small corpora may not have as many topics as asked for. */
  private static int[] living(double[][] probabilities) {
    return IntStream.range(0, probabilities.length)
        .filter(topic -> Arrays.stream(probabilities[topic]).anyMatch(p -> p > 0))
        .toArray();
  }

  private static TopicModel model(
      NmfModel topics, FoldInModel probabilities, Dataset<Row> vectors) {
    PipelineModel both =
        new Pipeline().setStages(new PipelineStage[] {topics, probabilities}).fit(vectors.limit(0));
    return new TopicModel(both, topics.topics(), probabilities.termProbabilities());
  }
}
