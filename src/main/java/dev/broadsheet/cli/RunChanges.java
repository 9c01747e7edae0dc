package dev.broadsheet.cli;

import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What changed from one run to a later one, from their manifests.
 *
 * @param runId the earlier run
 * @param runs the runs that started after it, up to the later one, the earliest first
 * @param counts how much more the later run counted
 * @param rejected how many more records were rejected, by reason
 */
record RunChanges(
    String runId,
    List<Started> runs,
    RunCounts counts,
    Map<String, Long> rejected,
    Checks checks,
    Topics topics) {

  /** A run and what became of it. */
  record Started(String runId, Manifest.Status status, String started) {}

  /** Names of checks: those that fail now and did not, and those that failed and do not. */
  record Checks(List<String> failing, List<String> mended) {}

  /**
   * Topics by id, which stays with a topic.
   *
   * @param appeared topics of the later run only
   * @param disappeared topics of the earlier run only
   * @param kept topics of both, the one that grew most first
   */
  record Topics(
      List<Manifest.TopicEntry> appeared,
      List<Manifest.TopicEntry> disappeared,
      List<Growth> kept) {}

  /** A topic of both runs, with its label and articles in the later one. */
  record Growth(int topicId, String label, long articles, long articlesBefore) {
    private long growth() {
      return articles - articlesBefore;
    }
  }

  /**
   * What changed.
   *
   * @param finished all runs with a manifest
   */
  static RunChanges between(Manifest before, Manifest after, List<Manifest> finished) {
    return new RunChanges(
        before.runId(),
        finished.stream()
            .filter(run -> run.started().compareTo(before.started()) > 0)
            .filter(run -> run.started().compareTo(after.started()) <= 0)
            .sorted((a, b) -> a.started().compareTo(b.started()))
            .map(run -> new Started(run.runId(), run.status(), run.started()))
            .toList(),
        RunCounts.of(after).minus(RunCounts.of(before)),
        rejected(before, after),
        new Checks(
            failing(after).stream().filter(check -> !failing(before).contains(check)).toList(),
            failing(before).stream().filter(check -> !failing(after).contains(check)).toList()),
        topics(byId(before), byId(after)));
  }

  private static Map<String, Long> rejected(Manifest before, Manifest after) {
    Map<String, Long> more = new TreeMap<>(after.quarantine());
    before.quarantine().forEach((reason, records) -> more.merge(reason, -records, Long::sum));
    more.values().removeIf(records -> records == 0);
    return more;
  }

  private static List<String> failing(Manifest run) {
    return run.checks().stream().filter(check -> !check.passed()).map(Check::check).toList();
  }

  private static Map<Integer, Manifest.TopicEntry> byId(Manifest run) {
    return run.topics().stream()
        .collect(
            Collectors.toMap(
                Manifest.TopicEntry::topicId, topic -> topic, (a, b) -> a, LinkedHashMap::new));
  }

  private static Topics topics(
      Map<Integer, Manifest.TopicEntry> before, Map<Integer, Manifest.TopicEntry> after) {
    return new Topics(
        without(after, before.keySet()),
        without(before, after.keySet()),
        after.values().stream()
            .filter(topic -> before.containsKey(topic.topicId()))
            .map(
                topic ->
                    new Growth(
                        topic.topicId(),
                        topic.label(),
                        topic.articles(),
                        before.get(topic.topicId()).articles()))
            .sorted(
                (a, b) ->
                    a.growth() == b.growth()
                        ? Integer.compare(a.topicId(), b.topicId())
                        : Long.compare(b.growth(), a.growth()))
            .toList());
  }

  private static List<Manifest.TopicEntry> without(
      Map<Integer, Manifest.TopicEntry> topics, Set<Integer> others) {
    return topics.values().stream().filter(topic -> !others.contains(topic.topicId())).toList();
  }
}
