package dev.broadsheet.job;

import dev.broadsheet.articles.InputFiles;
import dev.broadsheet.dates.Periods;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.Manifest.Setting;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.runs.RunId;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.text.Languages;
import dev.broadsheet.topics.EarlierTopics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * The nightly job: reads a news archive, finds its topics, and publishes a consistent set of
 * tables. {@link #run} and {@link #summarise} are the table of contents of the program.
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

  private static final String CHECKPOINTS = "checkpoints";

  /** What a night works with. */
  private record Tools(
      Stages stages,
      Cache cache,
      Reading reading,
      InputFiles input,
      RunFolder folder,
      RunLock lock) {}

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
   * @throws dev.broadsheet.articles.InputException if the input is missing, unreadable, empty, or
   *     too much of it is bad
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
      var reading = new Reading(spark, config, cache);
      InputFiles input = stages.run("list input files", reading::list);
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
      var tools = new Tools(stages, cache, reading, input, store.begin(runId, lock), lock);
      RunSummary summary = attempt(night, tools);
      Manifest manifest =
          summary.manifest(night, config, input, spark.version(), clock.instant(), stages.done());
      return end(manifest, tools);
    }
  }

  /** Leaves no half-written folder behind, and touches none that is published. */
  private RunSummary attempt(Night night, Tools tools) {
    try {
      RunSummary summary = summarise(night, tools);
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

  private RunSummary summarise(Night night, Tools tools) {
    EarlierTopics earlier = night.previous().topics();
    var modelling = new Modelling(spark, config, tools.cache());
    LocalDate today = LocalDate.ofInstant(night.started(), ZoneOffset.UTC);
    var writing = new Writing(spark, tools.folder());
    var reading = tools.reading();
    var stages = tools.stages();
    var records = stages.run("read articles", () -> reading.read(tools.input()));
    var identified =
        stages.run("find duplicates", () -> new Identifying(tools.cache()).identify(records));
    var printed = identified.articles();
    var articles =
        stages.run("cut boilerplate", () -> new Cleaning(config, tools.cache()).clean(printed));
    var stories =
        stages.run(
            "find stories", () -> new Relating(tools.cache()).relate(articles, records.valid()));
    var words =
        stages.run(
            "analyse text", () -> new Analysing(config, tools.cache()).analyse(articles, today));
    var names = stages.run("find names", () -> new Naming(tools.cache()).find(words));
    tools.cache().release(articles);
    var texts = stages.run("find phrases", () -> modelling.join(words));
    var vocabulary = stages.run("count terms", () -> modelling.count(texts));
    var vectors = stages.run("weigh terms", () -> modelling.weigh(texts, vocabulary));
    tools.cache().release(texts.tokens());
    var choice = stages.run("choose topics", () -> modelling.choose(vocabulary, vectors, earlier));
    spark.sparkContext().setCheckpointDir(tools.folder().path(CHECKPOINTS));
    var fitted = stages.run("fit topics", () -> modelling.fit(vectors, choice));
    var parts = ArticleParts.of(texts.articles().toJavaRDD(), stories, names);
    var described =
        stages.run(
            "describe topics",
            () ->
                new Describing(tools.cache(), night.runId())
                    .describe(texts, vocabulary, vectors, fitted, parts, earlier));
    tools.folder().delete(CHECKPOINTS);
    tools.cache().release(vectors.cached());
    tools.cache().release(stories);
    names.byArticle().ifPresent(tools.cache()::release);
    var corpus =
        new Findings.Corpus(
            described.articles(),
            records.rejectedRows(),
            vocabulary,
            Periods.of(config.period(), texts.dates()),
            config.compare());
    stages.run(
        "write tables",
        () ->
            writing.tables(
                described.findings(corpus),
                new TableFiles(spark, tools.folder().path(""), records.valid())));
    stages.run(
        "save model", () -> writing.model(modelling.pipeline(texts, vectors, fitted.model())));
    List<Check> checks = new ArrayList<>(records.checks());
    checks.add(identified.addresses());
    checks.addAll(DateChecks.of(texts.axis()));
    night.previous().lost().ifPresent(checks::add);
    var expected =
        new Expectations(
            records.total(),
            records.outside(),
            Optional.ofNullable(texts.language()),
            Optional.ofNullable(texts.language()).filter(code -> !Languages.isSupported(code)),
            fitted.asked(),
            config.maxBadRatio(),
            texts.dates(),
            checks);
    var report = stages.run("audit", () -> writing.audit(expected, records.valid()));
    var tables = writing.last(report, stages.done());
    return new RunSummary(
        records,
        corpus.periods().period(),
        described.topics().topics(),
        described.lineage(),
        report,
        tables);
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
