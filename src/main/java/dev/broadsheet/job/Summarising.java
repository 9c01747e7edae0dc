package dev.broadsheet.job;

import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.dates.Periods;
import dev.broadsheet.job.stages.AnalyseText;
import dev.broadsheet.job.stages.ArticleParts;
import dev.broadsheet.job.stages.AuditTables;
import dev.broadsheet.job.stages.Cache;
import dev.broadsheet.job.stages.ChooseTopics;
import dev.broadsheet.job.stages.Context;
import dev.broadsheet.job.stages.CountTerms;
import dev.broadsheet.job.stages.CutBoilerplate;
import dev.broadsheet.job.stages.DateChecks;
import dev.broadsheet.job.stages.DescribeTopics;
import dev.broadsheet.job.stages.DescribedTopics;
import dev.broadsheet.job.stages.FindDuplicates;
import dev.broadsheet.job.stages.FindDuplicates.Identified;
import dev.broadsheet.job.stages.FindNames;
import dev.broadsheet.job.stages.FindPhrases;
import dev.broadsheet.job.stages.FindStories;
import dev.broadsheet.job.stages.FitTopics;
import dev.broadsheet.job.stages.FittedModel;
import dev.broadsheet.job.stages.FoundNames;
import dev.broadsheet.job.stages.LastTables;
import dev.broadsheet.job.stages.ReadArticles;
import dev.broadsheet.job.stages.Records;
import dev.broadsheet.job.stages.SaveModel;
import dev.broadsheet.job.stages.Stages;
import dev.broadsheet.job.stages.Texts;
import dev.broadsheet.job.stages.WeighTerms;
import dev.broadsheet.job.stages.WriteTables;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.text.Languages;
import dev.broadsheet.topics.description.EarlierTopics;
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
      Records records,
      Identified identified,
      JavaRDD<Row> stories,
      Texts words,
      FoundNames names) {}

  /** The topics, and what they are made of. */
  private record Model(FittedModel fitted, DescribedTopics described) {}

  private final Context context;
  private final Stages stages;
  private final RunFolder folder;

  Summarising(Context context, Stages stages, RunFolder folder) {
    this.context = context;
    this.stages = stages;
    this.folder = folder;
  }

  RunSummary summarise(Night night, InputFiles input) {
    Corpus corpus = corpus(night, input);
    Model model = model(night, corpus);
    return tables(night, corpus, model);
  }

  private Corpus corpus(Night night, InputFiles input) {
    LocalDate today = LocalDate.ofInstant(night.started(), ZoneOffset.UTC);
    var reading = new ReadArticles(context, input, context.config().reading());
    var records = stages.reading(input.bytes(), reading);
    var identified = stages.run(new FindDuplicates(context, records));
    var articles = stages.run(new CutBoilerplate(context, identified.articles()));
    var stories = stages.run(new FindStories(context, articles, records.valid()));
    var words = stages.run(new AnalyseText(context, articles, today));
    var names = stages.run(new FindNames(context, words));
    context.cache().release(articles);
    return new Corpus(records, identified, stories, words, names);
  }

  private Model model(Night night, Corpus corpus) {
    Cache cache = context.cache();
    EarlierTopics earlier = night.previous().topics();
    var texts = stages.run(new FindPhrases(context, corpus.words()));
    var vocabulary = stages.run(new CountTerms(context, texts, corpus.names()));
    var vectors = stages.run(new WeighTerms(context, texts, vocabulary));
    cache.release(texts.tokens());
    var choice = stages.run(new ChooseTopics(context, vocabulary, vectors, earlier));
    context.spark().sparkContext().setCheckpointDir(folder.path(CHECKPOINTS));
    var topics = stages.run(new FitTopics(context, vectors, choice));
    var fitted = new FittedModel(texts, vocabulary, vectors, topics);
    var parts = ArticleParts.of(Rows.of(texts.articles()), corpus.stories(), corpus.names());
    var described =
        stages.run(
            new DescribeTopics(context, night.runId(), fitted, corpus.names(), parts, earlier));
    folder.delete(CHECKPOINTS);
    cache.release(vectors.cached());
    cache.release(corpus.stories());
    corpus.names().byArticle().ifPresent(cache::release);
    return new Model(fitted, described);
  }

  private RunSummary tables(Night night, Corpus corpus, Model model) {
    SparkSession spark = context.spark();
    long articles = corpus.records().valid();
    var described = model.described();
    Findings.Corpus findings = findings(corpus, model);
    var files = new TableFiles(spark, folder.path(""), articles);
    stages.run(new WriteTables(spark, described, findings, files));
    stages.run(new SaveModel(spark, model.fitted(), folder.path("model")));
    var expected = expected(night, corpus, model.fitted());
    var report = stages.run(new AuditTables(spark, folder, expected, articles));
    return new RunSummary(
        corpus.records(),
        findings.periods().period(),
        described.topics().topics(),
        described.lineage(),
        report,
        new LastTables(spark, folder).write(report, stages.done()));
  }

  private Findings.Corpus findings(Corpus corpus, Model model) {
    FittedModel fitted = model.fitted();
    return new Findings.Corpus(
        model.described().articles(),
        corpus.identified().rejected(),
        fitted.vocabulary(),
        corpus.names().nominals(fitted.texts().language(), fitted.vocabulary()),
        Periods.of(context.config().period(), fitted.texts().dates()),
        context.config().compare());
  }

  private Expectations expected(Night night, Corpus corpus, FittedModel fitted) {
    Texts texts = fitted.texts();
    Optional<String> language = Optional.ofNullable(texts.language());
    List<Check> checks = new ArrayList<>(corpus.records().checks());
    checks.add(corpus.identified().addresses());
    checks.addAll(DateChecks.of(texts.axis()));
    night.previous().lost().ifPresent(checks::add);
    return new Expectations(
        corpus.records().total(),
        corpus.records().outside(),
        corpus.records().allLeftOut(),
        language,
        language.filter(code -> !Languages.isSupported(code)),
        texts.otherLanguages(),
        fitted.topics().asked(),
        context.config().maxBadRatio(),
        texts.dates(),
        checks);
  }
}
