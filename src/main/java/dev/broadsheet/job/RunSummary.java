package dev.broadsheet.job;

import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.dates.Period;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.stages.Records;
import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.topics.description.Topic;
import dev.broadsheet.topics.description.TopicContinuity;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** What is known when all tables of a run are written. */
record RunSummary(
    Records records,
    Period period,
    List<Topic> topics,
    TopicContinuity.Lineage lineage,
    Audit.Report report,
    List<Manifest.TableEntry> tables) {

  /**
   * The manifest of the run.
   *
   * @param ended by the run's clock
   */
  Manifest manifest(
      Night night,
      JobConfig config,
      InputFiles input,
      String sparkVersion,
      Instant ended,
      List<Manifest.Stage> stages) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        night.runId(),
        report.passed() ? Manifest.Status.PUBLISHED : Manifest.Status.FAILED_AUDIT,
        night.started().truncatedTo(ChronoUnit.SECONDS).toString(),
        ended.truncatedTo(ChronoUnit.SECONDS).toString(),
        new Manifest.Versions(version(), sparkVersion, System.getProperty("java.version")),
        config.settings(),
        new Manifest.Input(
            config.input().stream().map(JobConfig::withoutUser).toList(),
            input.fingerprint(),
            input.files().size(),
            input.ignored(),
            input.bytes(),
            records.total(),
            records.outside(),
            records.leftOut(),
            records.readAs()),
        period.label(),
        tables,
        report.checks(),
        stages,
        records.rejected(),
        topics.stream()
            .map(t -> new Manifest.TopicEntry(t.id(), t.label(), t.articles(), t.share()))
            .toList(),
        lineage.nextId(),
        night.previous().runId().orElse(null),
        lineage.links().stream().map(RunSummary::link).toList());
  }

  private static Manifest.TopicLink link(TopicContinuity.Link link) {
    return new Manifest.TopicLink(
        link.topicId().isPresent() ? link.topicId().getAsInt() : null,
        link.previousId().isPresent() ? link.previousId().getAsInt() : null,
        link.status().label());
  }

  /** The version of this program, from its jar. */
  private static String version() {
    return Optional.ofNullable(RunSummary.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
