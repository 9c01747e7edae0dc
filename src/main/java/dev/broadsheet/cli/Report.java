package dev.broadsheet.cli;

import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run as a person reads it, from its manifest: counts, checks, topics. */
final class Report {
  private static final int TOPICS = 60;

  private Report() {}

  static void print(PrintStream out, Manifest run, String path) {
    long seconds =
        Duration.between(Instant.parse(run.started()), Instant.parse(run.ended())).toSeconds();
    out.printf(
        Locale.ROOT,
        "%nRun %s: %s, %d s, Broadsheet %s on Spark %s%n",
        run.runId(),
        run.published() ? "published" : "failed its audit, not published",
        seconds,
        run.versions().broadsheet(),
        run.versions().spark());
    out.printf("  in %s%n%n", path.replaceFirst("^file:///", "/"));
    printCounts(out, run);
    printChecks(out, run.checks());
    printTopics(out, run);
  }

  /** What changed since an earlier run. */
  static void printChanges(PrintStream out, RunChanges since) {
    RunCounts more = since.counts();
    out.printf(
        Locale.ROOT,
        "%nSince run %s: %s; %+,d records, %+,d articles, %+,d rejected, %+,d topics%n",
        since.runId(),
        since.runs().isEmpty()
            ? "no run"
            : since.runs().stream()
                .map(
                    run ->
                        run.runId()
                            + (run.status() == Manifest.Status.PUBLISHED
                                ? ""
                                : " failed its audit"))
                .collect(Collectors.joining(", ")),
        more.records(),
        more.articles(),
        more.quarantine(),
        more.topics());
    since.checks().failing().forEach(check -> out.printf("  check fails now   %s%n", check));
    since.checks().mended().forEach(check -> out.printf("  check passes now  %s%n", check));
    since.topics().appeared().forEach(topic -> printTopic(out, "new", topic));
    since.topics().disappeared().forEach(topic -> printTopic(out, "gone", topic));
    since.topics().kept().stream()
        .filter(topic -> topic.articles() != topic.articlesBefore())
        .limit(TOPICS)
        .forEach(
            topic ->
                out.printf(
                    Locale.ROOT,
                    "  %-5s %5d %,9d  %s%n",
                    String.format(Locale.ROOT, "%+,d", topic.articles() - topic.articlesBefore()),
                    topic.topicId(),
                    topic.articles(),
                    topic.label()));
  }

  private static void printTopic(PrintStream out, String what, Manifest.TopicEntry topic) {
    out.printf(
        Locale.ROOT,
        "  %-5s %5d %,9d  %s%n",
        what,
        topic.topicId(),
        topic.articles(),
        topic.label());
  }

  private static void printCounts(PrintStream out, Manifest run) {
    RunCounts counts = RunCounts.of(run);
    out.printf(
        Locale.ROOT,
        "  %,d records in %,d files: %,d articles, %,d rejected%s%s%n",
        counts.records(),
        counts.files(),
        counts.articles(),
        counts.quarantine(),
        counts.leftOut() == 0 ? "" : ", " + BesideArticles.counted(run.input().leftOut()),
        counts.outside() == 0
            ? ""
            : String.format(Locale.ROOT, ", %,d outside of the dates", counts.outside()));
    run.quarantine().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            reason -> out.printf(Locale.ROOT, "    %,8d %s%n", reason.getValue(), reason.getKey()));
  }

  private static void printChecks(PrintStream out, List<Check> checks) {
    List<Check> failed = checks.stream().filter(check -> !check.passed()).toList();
    out.printf(
        "  %d checks, %s%n",
        checks.size(), failed.isEmpty() ? "all passed" : failed.size() + " to look at:");
    failed.forEach(
        check -> out.printf(Locale.ROOT, "    %s %s%n", check.level().label(), check.said()));
  }

  private static void printTopics(PrintStream out, Manifest run) {
    if (run.topics().isEmpty()) {
      return;
    }
    out.printf("%n  topic  articles   share  label%n");
    run.topics().stream()
        .sorted(Comparator.comparingLong(Manifest.TopicEntry::articles).reversed())
        .limit(TOPICS)
        .forEach(
            topic ->
                out.printf(
                    Locale.ROOT,
                    "  %5d %,9d  %5.1f%%  %s%n",
                    topic.topicId(),
                    topic.articles(),
                    100 * topic.share(),
                    topic.label()));
    if (run.topics().size() > TOPICS) {
      out.printf("  … and %d more, in the table topics%n", run.topics().size() - TOPICS);
    }
  }
}
