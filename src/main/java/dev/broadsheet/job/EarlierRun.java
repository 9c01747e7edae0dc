package dev.broadsheet.job;

import dev.broadsheet.job.stages.Outcome;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.description.EarlierTopics;
import dev.broadsheet.topics.description.TopicContinuity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The published run that a run continues, and its topics: k × V weights on the driver.
 *
 * <p>It is the current one, or for a run that replaces another the one that this continued. Where
 * that cannot be read, because its folder is half deleted, its manifest is damaged, or {@code
 * CURRENT} names nothing, it is the latest published one that can.
 *
 * @param runId empty where there is none
 * @param lost what is to be said of a run that should have been continued and cannot be
 */
record EarlierRun(Optional<String> runId, EarlierTopics topics, Optional<Check> lost) {
  private static final EarlierRun NONE =
      new EarlierRun(Optional.empty(), EarlierTopics.NONE, Optional.empty());

  /** Whether there is none. */
  static boolean isNone(RunStore store, String runId) {
    return candidates(store, runId).isEmpty();
  }

  /** The run to continue, without its topics. */
  static EarlierRun withoutTopics(RunStore store, String runId) {
    return new EarlierRun(
        candidates(store, runId).stream().filter(id -> store.whole(id).isPresent()).findFirst(),
        EarlierTopics.NONE,
        Optional.empty());
  }

  /**
   * The run to continue, with its topics; none of a run that was written before topics were
   * continued.
   *
   * @throws RunException.Refused if there are whole runs and the model of none can be read
   */
  static Outcome<EarlierRun> withTopics(SparkSession spark, RunStore store, String runId) {
    List<String> candidates = candidates(store, runId);
    var lost = new LinkedHashMap<String, String>();
    Exception why = null;
    for (String candidate : candidates) {
      Optional<Manifest> whole = store.whole(candidate);
      if (whole.isEmpty()) {
        lost.put(candidate, "it is not whole");
        continue;
      }
      try {
        int nextId = whole.get().nextTopicId();
        EarlierTopics topics =
            nextId == 0 ? EarlierTopics.NONE : read(spark, store.path(candidate), nextId);
        return outcome(continued(candidate, topics, lost, store));
      } catch (Exception e) {
        // Spark throws checked exceptions without declaring them.
        lost.put(candidate, "its model cannot be read (%s)".formatted(e.getMessage()));
        why = e;
      }
    }
    if (why != null) {
      Map.Entry<String, String> first = lost.entrySet().iterator().next();
      throw new RunException.Refused(
          "Cannot continue the topics of run %s: %s. Mend it, or say --no-continue-topics to start afresh."
              .formatted(first.getKey(), first.getValue()),
          why);
    }
    return outcome(lost.isEmpty() ? NONE : afresh(lost, store));
  }

  private static EarlierRun continued(
      String runId, EarlierTopics topics, Map<String, String> lost, RunStore store) {
    if (lost.isEmpty()) {
      return new EarlierRun(Optional.of(runId), topics, Optional.empty());
    }
    EarlierTopics unused =
        new EarlierTopics(
            topics.before().withNextId(nextId(store)), topics.firstSeen(), topics.places());
    return new EarlierRun(
        Optional.of(runId), unused, Optional.of(check(lost, "its topics go on from run " + runId)));
  }

  private static EarlierRun afresh(Map<String, String> lost, RunStore store) {
    return new EarlierRun(
        Optional.empty(),
        new EarlierTopics(
            TopicContinuity.Before.NOTHING.withNextId(nextId(store)), Map.of(), Map.of()),
        Optional.of(check(lost, "topics start afresh")));
  }

  private static Check check(Map<String, String> lost, String instead) {
    return Check.warning(
        "earlier_run_readable",
        lost.size(),
        0,
        lost.entrySet().stream()
            .map(run -> "run %s: %s".formatted(run.getKey(), run.getValue()))
            .collect(Collectors.joining("; ", "", "; " + instead)));
  }

  /** An id that no run of this folder has used. */
  private static int nextId(RunStore store) {
    return store.finished().stream().mapToInt(Manifest::nextTopicId).max().orElse(0);
  }

  private static Outcome<EarlierRun> outcome(EarlierRun earlier) {
    int count = earlier.topics().before().ids().size();
    return new Outcome<>(
        earlier,
        count,
        earlier.runId().map(id -> "%,d topics of run %s".formatted(count, id)).orElse("no run")
            + earlier.lost().map(check -> "; " + check.detail()).orElse(""));
  }

  /** The runs that may be continued, the one that should be first. */
  private static List<String> candidates(RunStore store, String runId) {
    Optional<String> current = store.current();
    var candidates = new LinkedHashSet<String>();
    Optional<Manifest> replaced =
        current.filter(runId::equals).flatMap(id -> store.finishedRun(id));
    if (replaced.isPresent()) {
      if (replaced.get().previousRun() == null) {
        return List.of();
      }
      candidates.add(replaced.get().previousRun());
    } else {
      current.ifPresent(candidates::add);
    }
    store.finished().stream()
        .filter(Manifest::published)
        .filter(run -> replaced.isEmpty() || run.started().compareTo(replaced.get().started()) < 0)
        .map(Manifest::runId)
        .forEach(candidates::add);
    candidates.remove(runId);
    return List.copyOf(candidates);
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
