package dev.broadsheet.runs;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What a monitoring system is told of the last run, in Prometheus' text format. What a run that
 * failed early never counted is missing.
 *
 * @param exitCode of the program
 * @param lastSuccess the end of the run that readers see; empty before the first one
 * @param stages seconds of each stage that ended, in the order they ran
 * @param manifest of a run that came so far
 */
public record RunMetrics(
    int exitCode,
    Instant started,
    Instant ended,
    Optional<Instant> lastSuccess,
    Map<String, Double> stages,
    Optional<Manifest> manifest) {

  /** The name of the file beside the manifest. */
  static final String FILE = "metrics.prom";

  /** The metrics of a run that wrote its tables, published or not. */
  public static RunMetrics of(Manifest manifest, int exitCode, RunStore store) {
    var stages = new LinkedHashMap<String, Double>();
    manifest.stages().forEach(stage -> stages.put(stage.stage(), stage.seconds()));
    Instant ended = Instant.parse(manifest.ended());
    return new RunMetrics(
        exitCode,
        Instant.parse(manifest.started()),
        ended,
        manifest.published() ? Optional.of(ended) : lastSuccess(store),
        stages,
        Optional.of(manifest));
  }

  /** The metrics of a run that has no manifest, because it failed before. */
  public static RunMetrics failed(
      int exitCode, Instant started, Instant ended, Map<String, Double> stages, RunStore store) {
    return new RunMetrics(exitCode, started, ended, lastSuccess(store), stages, Optional.empty());
  }

  /** Empty also where the folder of a run that failed cannot be read: the rest is still said. */
  private static Optional<Instant> lastSuccess(RunStore store) {
    try {
      return currentEnd(store);
    } catch (RunException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> currentEnd(RunStore store) {
    return store.current().flatMap(store::manifest).map(Manifest::ended).map(Instant::parse);
  }

  /**
   * Writes the metrics so that a reader sees all of them or those of before.
   *
   * @param file on this machine, or any Hadoop path
   * @throws RunException if it cannot be written
   */
  public void write(String file) {
    FileAttempts.writeFile(file, text());
  }

  /** In Prometheus' text format. */
  public String text() {
    var text = new StringBuilder();
    gauge(text, "exit_code", "exit code of the last run; 0 is success", exitCode);
    gauge(text, "end_timestamp_seconds", "when the last run ended", ended.getEpochSecond());
    lastSuccess.ifPresent(
        instant ->
            gauge(
                text,
                "last_success_timestamp_seconds",
                "when the run that readers see ended",
                instant.getEpochSecond()));
    gauge(
        text,
        "duration_seconds",
        "wall clock of the last run",
        Duration.between(started, ended).toMillis() / 1000.0);
    List<String> seconds = new ArrayList<>();
    stages.forEach((stage, s) -> seconds.add(sample("stage_duration_seconds", "stage", stage, s)));
    family(text, "stage_duration_seconds", "wall clock of a stage of the last run", seconds);
    manifest.ifPresent(run -> counts(text, run));
    return text.toString();
  }

  private static void counts(StringBuilder text, Manifest run) {
    gauge(text, "records", "records that were read", run.input().records());
    List<String> rejected = new ArrayList<>();
    run.quarantine()
        .forEach((reason, n) -> rejected.add(sample("records_rejected", "reason", reason, n)));
    family(text, "records_rejected", "records in quarantine", rejected);
    gauge(text, "articles", "articles, duplicates too", rows(run));
    gauge(text, "topics", "topics", run.topics().size());
    ToLongFunction<Check.Level> failed =
        level ->
            run.checks().stream()
                .filter(check -> !check.passed() && check.level() == level)
                .count();
    family(
        text,
        "checks_failed",
        "checks of the audit that failed",
        List.of(
            sample("checks_failed", "level", "error", failed.applyAsLong(Check.Level.ERROR)),
            sample("checks_failed", "level", "warning", failed.applyAsLong(Check.Level.WARNING))));
    family(
        text,
        "run_info",
        "the last run",
        List.of(
            "broadsheet_run_info{run_id=\"%s\",version=\"%s\",spark=\"%s\"} 1\n"
                .formatted(
                    escaped(run.runId()),
                    escaped(run.versions().broadsheet()),
                    escaped(run.versions().spark()))));
  }

  private static long rows(Manifest run) {
    return run.tables().stream()
        .filter(table -> table.name().equals("articles"))
        .mapToLong(Manifest.TableEntry::rows)
        .sum();
  }

  private static void gauge(StringBuilder text, String name, String help, double value) {
    family(text, name, help, List.of("broadsheet_%s %s\n".formatted(name, number(value))));
  }

  private static void family(StringBuilder text, String name, String help, List<String> samples) {
    if (samples.isEmpty()) {
      return;
    }
    text.append("# HELP broadsheet_%s %s\n".formatted(name, help));
    text.append("# TYPE broadsheet_%s gauge\n".formatted(name));
    samples.forEach(text::append);
  }

  private static String sample(String name, String label, String labelled, double value) {
    return "broadsheet_%s{%s=\"%s\"} %s\n".formatted(name, label, escaped(labelled), number(value));
  }

  private static String escaped(String label) {
    return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
