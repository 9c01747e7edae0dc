package dev.broadsheet.job;

import dev.broadsheet.articles.InputFiles;
import dev.broadsheet.dates.Periods;
import dev.broadsheet.job.Describing.Described;
import dev.broadsheet.job.Identifying.Identified;
import dev.broadsheet.job.Modelling.Fitted;
import dev.broadsheet.job.Modelling.Vectors;
import dev.broadsheet.job.Naming.Found;
import dev.broadsheet.job.Reading.Records;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.text.Languages;
import dev.broadsheet.topics.EarlierTopics;
import dev.broadsheet.topics.Vocabulary;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From files to audited tables: the stages of the job, one after another. */
final class Summarising {
  private static final String CHECKPOINTS = "checkpoints";

  /** The articles, and what is found in each. */
  private record Corpus(
      Records records, Identified identified, JavaRDD<Row> stories, Texts words, Found names) {}

  /** The topics, and what they are made of. */
  private record Model(
      Texts texts, Vocabulary vocabulary, Vectors vectors, Fitted fitted, Described described) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final Stages stages;
  private final Cache cache;
  private final RunFolder folder;
  private final Modelling modelling;

  Summarising(SparkSession spark, JobConfig config, Stages stages, Cache cache, RunFolder folder) {
    this.spark = spark;
    this.config = config;
    this.stages = stages;
    this.cache = cache;
    this.folder = folder;
    this.modelling = new Modelling(spark, config, cache);
  }

  RunSummary summarise(Night night, Reading reading, InputFiles input) {
    Corpus corpus = corpus(night, reading, input);
    Model model = model(night, corpus);
    return tables(night, corpus, model);
  }

  private Corpus corpus(Night night, Reading reading, InputFiles input) {
    LocalDate today = LocalDate.ofInstant(night.started(), ZoneOffset.UTC);
    var records = stages.reading("read articles", input.bytes(), () -> reading.read(input));
    var identified =
        stages.run("find duplicates", () -> new Identifying(spark, cache).identify(records));
    var articles =
        stages.run(
            "cut boilerplate",
            () -> new Cleaning(spark, config, cache).clean(identified.articles()));
    var stories =
        stages.run("find stories", () -> new Relating(cache).relate(articles, records.valid()));
    var words =
        stages.run("analyse text", () -> new Analysing(config, cache).analyse(articles, today));
    var names = stages.run("find names", () -> new Naming(cache).find(words));
    cache.release(articles);
    return new Corpus(records, identified, stories, words, names);
  }

  private Model model(Night night, Corpus corpus) {
    EarlierTopics earlier = night.previous().topics();
    var texts = stages.run("find phrases", () -> modelling.join(corpus.words()));
    var vocabulary = stages.run("count terms", () -> modelling.count(texts));
    var vectors = stages.run("weigh terms", () -> modelling.weigh(texts, vocabulary));
    cache.release(texts.tokens());
    var choice = stages.run("choose topics", () -> modelling.choose(vocabulary, vectors, earlier));
    spark.sparkContext().setCheckpointDir(folder.path(CHECKPOINTS));
    var fitted = stages.run("fit topics", () -> modelling.fit(vectors, choice));
    var parts = ArticleParts.of(Rows.of(texts.articles()), corpus.stories(), corpus.names());
    var described =
        stages.run(
            "describe topics",
            () ->
                new Describing(cache, night.runId(), corpus.names())
                    .describe(texts, vocabulary, vectors, fitted, parts, earlier));
    folder.delete(CHECKPOINTS);
    cache.release(vectors.cached());
    cache.release(corpus.stories());
    corpus.names().byArticle().ifPresent(cache::release);
    return new Model(texts, vocabulary, vectors, fitted, described);
  }

  private RunSummary tables(Night night, Corpus corpus, Model model) {
    var writing = new Writing(spark, folder);
    long articles = corpus.records().valid();
    Described described = model.described();
    var findings =
        new Findings.Corpus(
            described.articles(),
            corpus.identified().rejected(),
            model.vocabulary(),
            corpus.names().nominals(model.texts().language(), model.vocabulary()),
            Periods.of(config.period(), model.texts().dates()),
            config.compare());
    stages.run(
        "write tables",
        () ->
            writing.tables(
                described.findings(findings), new TableFiles(spark, folder.path(""), articles)));
    stages.run(
        "save model",
        () ->
            writing.model(
                modelling.pipeline(model.texts(), model.vectors(), model.fitted().model())));
    var report = stages.run("audit", () -> writing.audit(expected(night, corpus, model), articles));
    return new RunSummary(
        corpus.records(),
        findings.periods().period(),
        described.topics().topics(),
        described.lineage(),
        report,
        writing.last(report, stages.done()));
  }

  private Expectations expected(Night night, Corpus corpus, Model model) {
    Optional<String> language = Optional.ofNullable(model.texts().language());
    List<Check> checks = new ArrayList<>(corpus.records().checks());
    checks.add(corpus.identified().addresses());
    checks.addAll(DateChecks.of(model.texts().axis()));
    night.previous().lost().ifPresent(checks::add);
    return new Expectations(
        corpus.records().total(),
        corpus.records().outside(),
        language,
        language.filter(code -> !Languages.isSupported(code)),
        model.texts().otherLanguages(),
        model.fitted().asked(),
        config.maxBadRatio(),
        model.texts().dates(),
        checks);
  }
}
