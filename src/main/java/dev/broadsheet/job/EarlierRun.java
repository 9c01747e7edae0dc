package dev.broadsheet.job;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.topics.EarlierTopics;
import dev.broadsheet.topics.TopicContinuity;
import dev.broadsheet.topics.TopicModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the topics of the published run that a run continues: k × V weights on the driver. */
final class EarlierRun {
  private EarlierRun() {}

  /**
   * The topics of a run; none where it was written before topics were continued.
   *
   * @throws RunException.Refused if its model cannot be read
   */
  static Stages.Outcome<EarlierTopics> topics(SparkSession spark, RunStore store, String runId) {
    Optional<Integer> nextId = store.manifest(runId).map(Manifest::nextTopicId);
    if (nextId.isEmpty() || nextId.get() == 0) {
      return outcome(EarlierTopics.NONE, runId);
    }
    try {
      return outcome(read(spark, store.path(runId), nextId.get()), runId);
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them.
      throw new RunException.Refused(
          "Cannot continue the topics of run %s: its model cannot be read (%s). Mend it, or say --no-continue-topics to start afresh."
              .formatted(runId, e.getMessage()),
          e);
    }
  }

  private static Stages.Outcome<EarlierTopics> outcome(EarlierTopics topics, String runId) {
    int count = topics.before().ids().size();
    return new Stages.Outcome<>(topics, count, "%,d topics of run %s".formatted(count, runId));
  }

  private static EarlierTopics read(SparkSession spark, String path, int nextId) {
    List<Row> topics =
        spark
            .read()
            .parquet(path + "/topics")
            .select("model_index", "topic_id", "first_seen", "x", "y")
            .collectAsList()
            .stream()
            .sorted(Comparator.comparingInt(row -> row.getInt(0)))
            .toList();
    Map<Integer, String> firstSeen = new HashMap<>();
    Map<Integer, double[]> places = new HashMap<>();
    for (Row topic : topics) {
      firstSeen.put(topic.getInt(1), topic.getString(2));
      places.put(topic.getInt(1), new double[] {topic.getDouble(3), topic.getDouble(4)});
    }
    String[] stems = {};
    double[][] weights = {};
    for (Transformer step : PipelineModel.load(path + "/model").stages()) {
      stems = step instanceof CountVectorizerModel counts ? counts.vocabulary() : stems;
      weights = TopicModel.termWeightsOf(step).orElse(weights);
    }
    boolean complete = weights.length == topics.size();
    List<Integer> ids = topics.stream().map(row -> row.getInt(1)).toList();
    return new EarlierTopics(
        new TopicContinuity.Before(
            complete ? ids : List.of(), stems, complete ? weights : new double[0][], nextId),
        firstSeen,
        places);
  }
}
