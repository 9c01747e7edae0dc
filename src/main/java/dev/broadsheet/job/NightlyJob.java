package dev.broadsheet.job;

import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.stages.Cache;
import dev.broadsheet.job.stages.Context;
import dev.broadsheet.job.stages.ListInputFiles;
import dev.broadsheet.job.stages.StageListener;
import dev.broadsheet.job.stages.Stages;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.Manifest.Setting;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.runs.RunId;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * The nightly job: reads a news archive, finds its topics, and publishes a consistent set of
 * tables. {@link Summarising} has the stages.
 *
 * <p>Readers see a run only after all its tables are written and audited; until then, and for ever
 * if it fails, they see the run before. One run at a time works on an output folder.
 */
public final class NightlyJob {
  /** Options that do not change what the tables say. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "output",
          "run-id",
          "master",
          "force",
          "keep",
          "metrics-file",
          "publish-to",
          "max-bad-ratio");

  /** What a night works with. */
  private record Tools(
      Context context, Stages stages, InputFiles input, RunFolder folder, RunLock lock) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final Clock clock;
  private final StageListener listener;

  /**
   * A job that is ready to run.
   *
   * @param clock says when the run starts and ends
   */
  public NightlyJob(SparkSession spark, JobConfig config, Clock clock, StageListener listener) {
    this.spark = spark;
    this.config = config;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Runs the job.
   *
   * @throws dev.broadsheet.articles.input.InputException if the input is missing, unreadable,
   *     empty, or too much of it is bad
   * @throws dev.broadsheet.runs.RunException if the output cannot be written, another run holds its
   *     lock, or the current run is a later one
   */
  public RunResult run() {
    Instant started = clock.instant();
    String runId = config.runId().orElse(RunId.of(started));
    RunStore store = RunStore.at(config.output());
    config.publishTo().ifPresent(to -> new CatalogTables(spark, to).refuseUnknown());
    SparkSettings.writeTo(spark, store);
    try (RunLock lock = store.lock(runId);
        var stages = new Stages(spark, listener);
        var cache = new Cache()) {
      var context = new Context(spark, config, cache);
      InputFiles input = stages.run(new ListInputFiles(context));
      Optional<Manifest> same = store.whole(runId).filter(m -> isUnchanged(m, input));
      if (same.isPresent()) {
        boolean completed = store.completePublication(same.get(), lock);
        return inCatalog(
            completed ? RunResult.Outcome.PUBLISHED : RunResult.Outcome.UNCHANGED,
            same.get(),
            store.path(runId),
            stages);
      }
      if (!config.force()) {
        store.refuseOlderThanCurrent(runId);
      }
      EarlierRun earlier = earlier(runId, stages, store);
      var night = new Night(runId, started, earlier);
      var tools = new Tools(context, stages, input, store.begin(runId, lock), lock);
      RunSummary summary = attempt(night, tools);
      Manifest manifest =
          summary.manifest(night, config, input, spark.version(), clock.instant(), stages.done());
      return end(manifest, tools);
    }
  }

  /** Leaves no half-written folder behind, and touches none that is published. */
  private RunSummary attempt(Night night, Tools tools) {
    try {
      RunSummary summary =
          new Summarising(tools.context(), tools.stages(), tools.folder())
              .summarise(night, tools.input());
      tools.lock().check();
      return summary;
    } catch (Throwable e) {
      // Spark throws checked exceptions without declaring them, and Hadoop an error on a full disk.
      tools.stages().awaitTasks();
      tools.folder().abandon();
      throw e;
    }
  }

  private EarlierRun earlier(String runId, Stages stages, RunStore store) {
    return config.continueTopics() && !EarlierRun.isNone(store, runId)
        ? stages.run("read earlier topics", () -> EarlierRun.withTopics(spark, store, runId))
        : EarlierRun.withoutTopics(store, runId);
  }

  private RunResult end(Manifest manifest, Tools tools) {
    if (!manifest.published()) {
      return new RunResult(
          RunResult.Outcome.FAILED_AUDIT,
          manifest,
          tools.folder().keep(manifest),
          Optional.empty());
    }
    String path = tools.folder().publish(manifest, tools.lock());
    tools.folder().deleteUnwanted(config.keep());
    return inCatalog(RunResult.Outcome.PUBLISHED, manifest, path, tools.stages());
  }

  private RunResult inCatalog(
      RunResult.Outcome outcome, Manifest manifest, String path, Stages stages) {
    Optional<String> failure =
        config
            .publishTo()
            .flatMap(to -> new CatalogTables(spark, to).attempt(manifest, path, stages));
    return new RunResult(outcome, manifest, path, failure);
  }

  private boolean isUnchanged(Manifest before, InputFiles input) {
    return before.published()
        && before.input().fingerprint().equals(input.fingerprint())
        && values(before.configuration()).equals(values(config.settings()));
  }

  private static Map<String, String> values(Map<String, Setting> settings) {
    return settings.entrySet().stream()
        .filter(setting -> !WITHOUT_EFFECT.contains(setting.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, setting -> setting.getValue().value()));
  }
}
