package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.Corpus;
import dev.broadsheet.Golden;
import dev.broadsheet.SparkTest;
import dev.broadsheet.UglyCorpus;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.job.RunResult.Outcome;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.Tables;
import dev.broadsheet.text.TokenBlock;
import dev.broadsheet.topics.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class NightlyJobTest {
  @TempDir static Path shared;
  private static final Jobs.Heard HEARD = new Jobs.Heard();
  private static RunResult golden;

  @TempDir Path folder;
  private SparkSession spark;
  private Path input;
  private Path output;

  @BeforeEach
  void prepare(SparkSession session) {
    spark = session;
    input = folder.resolve("input");
    output = folder.resolve("output");
  }

  private Dataset<Row> table(RunResult run, String name) {
    return spark.read().parquet(run.path() + "/" + name);
  }

  /** The run over the ugly corpus, which several tests look at. */
  private static RunResult golden() {
    if (golden == null) {
      UglyCorpus.write(shared.resolve("input"));
      golden = Jobs.run(goldenConfig(), HEARD);
    }
    return golden;
  }

  private static JobConfig goldenConfig() {
    return Jobs.config(
        shared.resolve("input"),
        shared.resolve("output"),
        Option.TOPICS,
        2,
        Option.MAX_BAD_RATIO,
        0.9,
        Option.MAX_ARTICLE_BYTES,
        2000,
        Option.RUN_ID,
        "golden",
        Option.COMPARE,
        "2022-01-01..2022-01-04:2022-01-05..2022-01-12");
  }

  @Test
  void everyTableOfAnUglyCorpusIsAsExpected() {
    RunResult run = golden();
    assertThat(run.outcome()).isEqualTo(Outcome.PUBLISHED);
    for (Table table : Tables.all()) {
      Golden.check(
          Path.of("src/test/resources/golden/ugly", table.name() + ".jsonl"), dump(run, table));
    }
    Golden.check(
        Path.of("src/test/resources/golden/ugly/stages.txt"),
        String.join("\n", HEARD.stages) + "\n");
    assertThat(spark.sparkContext().getPersistentRDDs().isEmpty())
        .as("everything cached is released")
        .isTrue();
  }

  /**
   * The rows as JSON, with doubles of three digits and without this machine's paths and seconds.
   */
  private String dump(RunResult run, Table table) {
    Column[] columns =
        Arrays.stream(table.schema().fields())
            .filter(field -> !field.name().equals("seconds"))
            .map(NightlyJobTest::stable)
            .toArray(Column[]::new);
    Dataset<Row> rows = table(run, table.name()).select(columns);
    return withoutCloseTies(table, rows).toJSON().collectAsList().stream()
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Ranks of equals may differ between machines in the last bit of a weight. */
  private static Dataset<Row> withoutCloseTies(Table table, Dataset<Row> rows) {
    return switch (table.name()) {
      case "topic_terms" -> rows.drop("rank").orderBy("topic_id", "term");
      case "topic_articles" -> rows.drop("rank").orderBy("topic_id", "article_id");
      default -> rows;
    };
  }

  private static Column stable(StructField field) {
    Column column = functions.col(field.name());
    if (field.dataType().equals(DataTypes.DoubleType)) {
      return functions.round(column, 3).as(field.name());
    }
    return field.name().equals("input_file")
        ? functions.regexp_replace(column, "^.*/input/", "").as(field.name())
        : column;
  }

  @Test
  void theInputOfTheModelAloneIsThatOfTheRun() {
    RunResult run = golden();
    try (ModelInput alone = ModelInput.read(spark, goldenConfig())) {
      assertThat(alone.vocabulary().terms())
          .containsExactlyInAnyOrderElementsOf(
              table(run, "terms").select("term").as(Encoders.STRING()).collectAsList());
      Dataset<Row> rank = table(run, "article_terms").select("article_id", "rank");
      assertThat(
              alone.vectors().select("article_id", "counts").collectAsList().stream()
                  .map(row -> row.getString(0) + " " + Math.min(20, terms(row)))
                  .toList())
          .as("documents, and the terms of each, at most 20")
          .containsExactlyInAnyOrderElementsOf(
              rank.groupBy("article_id").count().collectAsList().stream()
                  .map(row -> row.getString(0) + " " + row.getLong(1))
                  .toList());
      assertThat(
              alone.tokens().collect().stream()
                  .mapToLong(block -> known(block, alone.vocabulary()))
                  .sum())
          .isEqualTo(alone.vocabulary().tokens());
    }
  }

  private static int terms(Row counts) {
    return counts.<org.apache.spark.ml.linalg.Vector>getAs(1).numNonzeros();
  }

  private static long known(TokenBlock block, Vocabulary vocabulary) {
    return IntStream.range(0, block.documents())
        .boxed()
        .flatMap(d -> block.words(d).stream())
        .filter(List.of(vocabulary.stems())::contains)
        .count();
  }

  @Test
  void theManifestTellsOfTheRunAndTheModelCanBeLoaded() {
    RunResult run = golden();
    Manifest manifest = run.manifest();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.PUBLISHED);
    assertThat(manifest.started()).isEqualTo("2026-11-23T02:00:00Z");
    assertThat(manifest.period()).isEqualTo("day");
    assertThat(manifest.tables())
        .extracting(Manifest.TableEntry::name)
        .hasSize(Tables.all().size());
    assertThat(manifest.tables())
        .allSatisfy(
            entry -> {
              assertThat(entry.rows()).isEqualTo(table(run, entry.name()).count());
              assertThat(entry.bytes()).isPositive();
            });
    assertThat(manifest.configuration().get("topics"))
        .isEqualTo(new Manifest.Setting("2", "command line"));
    Dataset<Row> texts =
        spark
            .createDataset(
                List.of("The river rose over the bridge and the levee."), Encoders.STRING())
            .toDF("text");
    Row scored = PipelineModel.load(run.path() + "/model").transform(texts).head();
    assertThat(scored.<org.apache.spark.ml.linalg.Vector>getAs("topicDistribution").size())
        .isEqualTo(2);
  }

  @Test
  void oneArticleHasKeywordsAndOneTopic() {
    new Corpus(input)
        .article(
            "1.txt",
            "Envoys meet in Orlin",
            "20220101",
            "https://a.example/1",
            "Renwick met Sarkova in Orlin. Sarkova said the talks in Orlin went well. Renwick left.");
    RunResult run = Jobs.run(Jobs.config(input, output));
    assertThat(run.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(
            table(run, "article_terms")
                .orderBy("rank")
                .limit(3)
                .select("term")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("Orlin", "Sarkova", "Renwick");
    assertThat(table(run, "names").selectExpr("name").as(Encoders.STRING()).collectAsList())
        .as("Renwick is written only where any word has a capital")
        .containsExactly("Orlin", "Sarkova");
    assertThat(run.manifest().topics()).hasSize(1);
    assertThat(failed(run)).containsExactly("few_articles");
  }

  @ParameterizedTest
  @CsvSource({"2, auto", "5, 50"})
  void aFewArticlesArePublishedWhateverNumberOfTopicsIsAskedFor(int articles, String topics) {
    var corpus = new Corpus(input);
    for (int i = 1; i <= articles; i++) {
      corpus.article(
          i + ".txt",
          "Envoys of Sarn meet again",
          "2022010" + i,
          "https://a.example/" + i,
          "Renwick met Sarkova in Orlin on day %d. The talks went well, she said.".formatted(i));
    }
    RunResult run = Jobs.run(Jobs.config(input, output, Option.TOPICS, topics));
    assertThat(run.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(table(run, "articles").count()).isEqualTo(articles);
    assertThat(run.manifest().topics()).isNotEmpty().hasSizeLessThanOrEqualTo(articles);
  }

  @Test
  void anArticleOfStopWordsOnlyHasNoTopic() {
    new Corpus(input).article("1.txt", "It was", "20220101", "", "What it is.");
    RunResult run = Jobs.run(Jobs.config(input, output));
    assertThat(run.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(table(run, "articles").where("topic_id is null").count()).isEqualTo(1);
    assertThat(table(run, "topics").count()).isZero();
  }

  private static List<String> failed(RunResult run) {
    return run.manifest().checks().stream().filter(c -> !c.passed()).map(Check::check).toList();
  }

  @Test
  void tooManyRejectedRecordsEndTheRunAndNothingIsPublished() {
    UglyCorpus.write(input);
    assertThatThrownBy(() -> Jobs.run(Jobs.config(input, output)))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(
            "Cannot trust the input: 8 of 33 records are rejected, more than --max-bad-ratio 0.1 allows.\n"
                + "Repair the input or raise --max-bad-ratio. The commonest reasons:\n"
                + "  bad_encoding: 2\n"
                + "    file:"
                + input
                + "/binary.txt, record 1: binary: it has NUL characters\n");
    assertThat(output.resolve("CURRENT")).doesNotExist();
    assertThat(output.resolve("runs")).doesNotExist();
  }

  @Test
  void onlyArticlesBetweenTheDatesAreTakenAndTwoHaveOneTopic() {
    new Corpus(input)
        .article("1.txt", "One", "20220101", "https://a.example/1", "Rain fell on the valley.")
        .article("2.txt", "Two", "20220105", "https://a.example/2", "The bank lost money.")
        .article("3.txt", "Three", "", "https://a.example/3", "Somebody won the cup.")
        .article("4.txt", "Four", "20220109", "https://a.example/4", "The river rose at night.")
        .article("5.txt", "Five", "20220110", "https://a.example/5", "Snow fell on the hill.");
    RunResult run =
        Jobs.run(
            Jobs.config(
                input,
                output,
                Option.FROM,
                "2022-01-02",
                Option.TO,
                "2022-01-09",
                Option.TOPICS,
                5));
    assertThat(table(run, "articles").select("title").as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("Two", "Four");
    assertThat(run.manifest().input().outside()).isEqualTo(3);
    assertThat(run.manifest().topics()).hasSize(1);
    assertThat(table(run, "topic_days").count()).isEqualTo(5);
    assertThat(failed(run)).containsExactlyInAnyOrder("few_articles", "topics_reduced");
    assertThatThrownBy(() -> Jobs.run(Jobs.config(input, output, Option.FROM, "2023-01-01")))
        .hasMessage(
            "Cannot find articles: none of 5 is from 2023-01-01 to the end. Change --from or --to.");
    assertThatThrownBy(
            () ->
                Jobs.run(
                    Jobs.config(
                        input,
                        output,
                        Option.COMPARE,
                        "2022-01-01..2022-01-04:2022-01-06..2022-01-08")))
        .hasMessage(
            "Cannot compare 2022-01-01..2022-01-04 with 2022-01-06..2022-01-08: no article to model is of 2022-01-06..2022-01-08; the articles are of 2022-01-01..2022-01-10. Change --compare.");
  }

  @Test
  void aRunIsRepeatedOnlyIfSomethingChangedAndNeverGoesBackInTimeUnlessForced() throws IOException {
    new Corpus(input).article("1.txt", "Rain", "20220101", "", "Rain fell on the valley.");
    JobConfig config = Jobs.config(input, output);
    assertThat(Jobs.run(config).outcome()).isEqualTo(Outcome.PUBLISHED);
    Path manifest = output.resolve("runs/2026-11-23T020000Z/manifest.json");
    String before = Files.readString(manifest);
    assertThat(Jobs.run(config).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(Files.readString(manifest)).isEqualTo(before);

    new Corpus(input).article("2.txt", "Bank", "20220102", "", "The bank lost money.");
    RunResult again = Jobs.run(config);
    assertThat(again.outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(table(again, "articles").count()).isEqualTo(2);
    assertThat(output.resolve("CURRENT")).hasContent("2026-11-23T020000Z.2");
    assertThat(again.path()).endsWith("/runs/2026-11-23T020000Z.2");
    assertThat(again.manifest().runId()).isEqualTo("2026-11-23T020000Z");
    assertThat(Files.readString(manifest)).isEqualTo(before);
    assertThat(Jobs.run(config).outcome()).isEqualTo(Outcome.UNCHANGED);

    JobConfig older = Jobs.config(input, output, Option.RUN_ID, "2026-11-01T020000Z");
    assertThatThrownBy(() -> Jobs.run(older)).isInstanceOf(RunException.Refused.class);
    assertThat(output.resolve("CURRENT")).hasContent("2026-11-23T020000Z.2");
    Jobs.run(Jobs.config(input, output, Option.RUN_ID, "2026-11-01T020000Z", Option.FORCE, "true"));
    assertThat(output.resolve("CURRENT")).hasContent("2026-11-01T020000Z");
    assertThat(output.resolve("runs").toFile().list())
        .containsExactlyInAnyOrder("2026-11-01T020000Z", "2026-11-23T020000Z.2");
  }

  @Test
  void aRunWhoseManifestCannotBeReadHindersNoOther() {
    new Corpus(input).article("1.txt", "Rain", "20220101", "", "Rain fell on the valley.");
    new Corpus(output).file("runs/broken/manifest.json", "no JSON");
    JobConfig config = Jobs.config(input, output, Option.KEEP, 1);
    assertThat(Jobs.run(config).outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(output.resolve("CURRENT")).hasContent("2026-11-23T020000Z");
    assertThat(output.resolve("runs").toFile().list()).containsExactly("2026-11-23T020000Z");
  }

  @Test
  void theTablesAreTheSameWhateverTheLayoutOfTheInput() {
    RunResult first = golden();
    Path other = folder.resolve("other");
    var lines = new StringBuilder();
    validRecords(shared.resolve("input")).forEach(row -> lines.insert(0, row.json() + "\n"));
    new Corpus(other).file("all.jsonl", lines.toString());
    RunResult second =
        Jobs.run(
            Jobs.config(
                other,
                output,
                Option.TOPICS,
                2,
                Option.RUN_ID,
                "golden",
                Option.COMPARE,
                "2022-01-01..2022-01-04:2022-01-05..2022-01-12"));
    for (String name :
        List.of(
            "terms",
            "article_terms",
            "topics",
            "topic_terms",
            "article_topics",
            "topic_articles",
            "topic_days",
            "topic_sources",
            "keyness",
            "similar_articles")) {
      assertThat(hash(second, name)).as(name).isEqualTo(hash(first, name));
    }
  }

  private static String hash(RunResult run, String table) {
    return run.manifest().tables().stream()
        .filter(entry -> entry.name().equals(table))
        .findFirst()
        .orElseThrow()
        .hash();
  }

  private List<Row> validRecords(Path corpus) {
    InputFiles files =
        InputFiles.list(
            List.of(corpus.toString()),
            Optional.empty(),
            spark.sparkContext().hadoopConfiguration());
    return ArticleReader.read(spark, files, 2000)
        .where("reason is null")
        .selectExpr("title", "string(published) date", "url", "body")
        .collectAsList();
  }
}
