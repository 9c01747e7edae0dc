package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class CliTest {
  private static final String TEXT = "Rain fell on the valley and the river rose.";

  @TempDir Path folder;
  private Path input;
  private Path output;

  private record Said(int code, String out, String err) {}

  @BeforeEach
  void prepare(SparkSession session) throws IOException {
    input = Files.createDirectory(folder.resolve("input"));
    output = folder.resolve("output");
  }

  private static Said say(Object... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    String[] words = List.of(args).stream().map(String::valueOf).toArray(String[]::new);
    int code =
        new Cli(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(words);
    return new Said(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Said run(Object... more) {
    Object[] args = new Object[5 + more.length];
    System.arraycopy(new Object[] {"run", "--input", input, "--output", output}, 0, args, 0, 5);
    System.arraycopy(more, 0, args, 5, more.length);
    return say(args);
  }

  /** Into a folder of its input, of which the next run does not read what is there by then. */
  @Test
  void runsShowsAndPrunes() {
    output = input.resolve("out");
    new Corpus(input)
        .article("1.txt", "Rain", "20220101", "https://a.example/1", TEXT)
        .article("2.txt", "Bad", "2022", "https://a.example/2", TEXT);
    Said first = run("--run-id", "one", "--max-bad-ratio", "0.5");
    assertThat(first.err())
        .contains("  read articles")
        .contains("2 records, 1 rejected (bad_date 1)");
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("Run one: published")
        .contains("2 records in 2 files: 1 articles, 1 rejected")
        .contains("  topic  articles   share  label")
        .contains("broadsheet show --output " + output);
    Said second = run("--run-id", "two", "--max-bad-ratio", "0.5");
    assertThat(second.out()).contains("2 records in 2 files: 1 articles, 1 rejected");
    assertThat(say("show", "--output", output).out()).contains("Run two: published");
    assertThat(say("show", "--output", output, "--run", "one").out())
        .contains("Run one: published");
    assertThat(say("prune", "--output", output, "--keep", "1", "--dry-run").out())
        .contains("1 runs to delete, 1 stay.");
    assertThat(say("prune", "--output", output, "--keep", "1").out())
        .contains("/runs/one")
        .contains("1 runs deleted, 1 stay.");
    assertThat(RunStore.at(output.toString()).runIds()).containsExactly("two");
    assertThat(say("run", "--input", output.resolve("runs/two"), "--output", output).err())
        .contains(
            "Cannot read the input: all of it is in %s/runs, which is what runs have written. Name another --input or --output."
                .formatted(output));
  }

  @Test
  void checkReadsAndWritesNothing() {
    new Corpus(input).article("1.txt", "Rain", "20220101", "https://a.example/1", TEXT);
    Said said = say("check", "--input", input, "--output", output);
    assertThat(said.code()).isZero();
    assertThat(said.out())
        .contains("\n  dates      2022-01-01 to 2022-01-01, 1 days; yyyyMMdd or yyyy-MM-dd\n")
        .endsWith(
            "The input is good. Nothing was written. Next:\n  broadsheet run --input %s --output %s\n"
                .formatted(input, output));
    assertThat(output).doesNotExist();
  }

  @Test
  void checkReadsASampleOfAllFormats() {
    Corpus corpus = new Corpus(input);
    for (int i = 1; i <= 9; i++) {
      corpus.article(i + ".txt", "Rain " + i, "2022010" + i, "https://a.example/" + i, TEXT);
    }
    corpus.file("a.csv", "title,body,date\n" + "Wind,%s,2190-01-01\n".formatted(TEXT).repeat(7));
    Said said = say("check", "--sample", "3", "--input", input);
    assertThat(said.out())
        .contains("To look at:\n  future_dates: 3, limit 0: articles of days after tomorrow")
        .contains("\n  files      9 text, 1 csv\n  sample     6 records; the run reads all\n")
        .contains("\n  broadsheet run --input " + input + "\n");
    assertThat(say("check", "--sample", "0", "--input", input).err())
        .isEqualTo("Cannot use --sample 0: it is not a whole number of 1 or more.\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run --topicz=3 | Cannot use --topicz=3: there is no such option. Did you mean --topics? See --help.",
        "run --colums=a | Cannot use --colums=a: there is no such option. Did you mean --columns? See --help.",
        "chek | Cannot use chek: there is no such command or value. Did you mean check? See --help.",
        "run pom.xml | Cannot use pom.xml: no option stands before it. Did you mean --input pom.xml? See --help.",
        "run --date-format=DD/mm/YYYY | Cannot use --date-format DD/mm/YYYY: it is not a pattern of dates (dd/MM/yyyy). See --help.",
        "run --columns=title=- | Cannot use --columns title=-: it is not title=NAME,body=NAME and, if there are any, date=NAME and url=NAME. See --help.",
        "run --from=31-12-2020 | Cannot use --from 31-12-2020: it is not a date (yyyy-MM-dd), but perhaps 2020-12-31 is meant. See --help.",
        "run --from=2024-13-05 | Cannot use --from 2024-13-05: it is not a date (yyyy-MM-dd), but perhaps 2024-05-13 is meant. See --help."
      })
  void saysWhatWasPerhapsMeant(String command, String message) {
    assertThat(say((Object[]) command.split(" ")).err()).contains(message);
  }

  @Test
  void reportsEveryMistakeAtOnce() {
    Said said = say("run", "--tpics", "3", "--max-df", "2", "--seed", "x", "--from", "2022-02-30");
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.err().lines())
        .containsExactlyInAnyOrder(
            "Cannot use --tpics: there is no such option. See --help.",
            "Cannot use 3: there is no such command or value. See --help.",
            "Cannot use --max-df 2: it is not a number from 0 to 1. See --help.",
            "Cannot use --seed x: it is not a whole number. See --help.",
            "Cannot use --from 2022-02-30: it is not a date (yyyy-MM-dd). See --help.",
            "Cannot read articles: there is no --input. Name files, folders or globs.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--topics=0 | Cannot use --topics 0: it is not a whole number from 1 to 10000. See --help.",
        "--algorithm=x | Cannot use --algorithm x: it is not one of nmf, lda-em, lda. See --help.",
        "--format=pdf | Cannot use --format pdf: it is not one of text, jsonl, csv, parquet, xml, markdown, mail, html. See --help.",
        "--run-id=a/b | Cannot use --run-id a/b: it is not a run id (letters, digits, dots, dashes and underscores). See --help.",
        "--language=English | Cannot use --language English: it is not a language (ISO 639-1, such as en). See --help.",
        "--master=nowhere | Cannot use --master nowhere: it is not a Spark master (local[*], yarn, spark://host:7077 …). See --help.",
        "--period=year | Cannot use --period year: it is not one of auto, day, week, month. See --help.",
        "--compare=2026-01-01..2026-01-31:2026-01-31..2026-02-28 | Cannot use --compare 2026-01-01..2026-01-31:2026-01-31..2026-02-28: it is not two ranges of days without a common one (2026-01-01..2026-01-31:2026-02-01..2026-02-28). See --help.",
        "--topics | Cannot use --topics: it needs a value. See --help.",
        "--config=/none | Cannot read the configuration file /none: there is no such file. Check the path."
      })
  void refusesAValueThatCannotBe(String option, String message) {
    Said said = run(option);
    assertThat(said.err().strip()).isEqualTo(message);
    assertThat(said.code()).isEqualTo(2);
  }

  @Test
  void aFlagWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
    Path file = Files.writeString(folder.resolve("c.properties"), "topics=7\nseed=1\n");
    Said said = run("--config", file, "--seed", "2", "--print-config", "--no-continue-topics");
    assertThat(said.out())
        .contains("# file\ntopics=7\n")
        .contains("# command line\nseed=2\n")
        .contains("# default\nmax-df=0.5\n")
        .contains("# command line\ncontinue-topics=false\n");
    assertThat(output).doesNotExist();
    Files.writeString(file, "tpics=7\n");
    assertThat(run("--config", file).err())
        .isEqualTo(
            "Cannot use tpics of the configuration file: there is no such option. See --help.\n");
  }

  @Test
  void whatPrintConfigPrintsIsAConfiguration() throws IOException {
    String printed = run("--topics", "9", "--print-config").out();
    Path file = Files.writeString(folder.resolve("c.properties"), printed);
    assertThat(say("run", "--config", file, "--print-config").out().replaceAll("# .*", "#"))
        .isEqualTo(printed.replaceAll("# .*", "#"));
  }

  @Test
  void theExamplesOfDeploymentAndTheReadmeAreUnderstood() throws IOException {
    assertThat(say("run", "--config", "src/deploy/nightly.properties", "--print-config").out())
        .contains("# file\nmax-bad-ratio=0.05\n")
        .contains("# file\nmetrics-file=/var/lib/node_exporter/broadsheet.prom\n");
    Pattern command = Pattern.compile("(?m)broadsheet(?:\\.jar)? (run (?:[^`#\n]|\\\\\n)*)");
    for (String page :
        List.of("README.md", "docs/moving-from-comprehend.md", "src/deploy/SPARK-SUBMIT.md")) {
      List<String> commands =
          command
              .matcher(Files.readString(Path.of(page)))
              .results()
              .map(found -> found.group(1).replace("\\\n", " ").strip())
              .filter(found -> !found.matches("run( --help| .*[;,].*)?"))
              .toList();
      assertThat(commands).as(page).isNotEmpty();
      for (String words : commands) {
        String whole =
            words
                .replace("--input …", "--input news")
                .replace("…", "--input news --output tables")
                .concat(" --print-config");
        assertThat(say((Object[]) whole.split("\\s+")).err()).as(page + ": " + words).isEmpty();
      }
    }
  }

  @Test
  void metricsAreWrittenHoweverARunEnds() throws IOException {
    Path metrics = folder.resolve("collector").resolve("broadsheet.prom");
    assertThat(run("--metrics-file", metrics).code()).isEqualTo(3);
    assertThat(metrics)
        .content()
        .startsWith(
            "# HELP broadsheet_exit_code exit code of the last run; 0 is success\n"
                + "# TYPE broadsheet_exit_code gauge\n"
                + "broadsheet_exit_code 3\n")
        .doesNotContain("last_success", "stage_duration");

    new Corpus(input).article("1.txt", "Rain", "20220101", "https://a.example/1", TEXT);
    assertThat(run("--metrics-file", metrics, "--run-id", "one").code()).isZero();
    assertThat(metrics)
        .hasSameTextualContentAs(output.resolve("runs/one/metrics.prom"))
        .content()
        .contains("broadsheet_exit_code 0\n", "broadsheet_articles 1\n");

    String success = line(metrics, "broadsheet_last_success_timestamp_seconds ");
    try (var reader = Files.newInputStream(metrics)) {
      byte[] whole = Files.readAllBytes(metrics);
      assertThat(run("--metrics-file", metrics, "--seed", "x").code()).isEqualTo(2);
      assertThat(reader.readAllBytes()).as("whoever reads the file before").isEqualTo(whole);
    }
    assertThat(line(metrics, "broadsheet_exit_code ")).isEqualTo("2");
    assertThat(line(metrics, "broadsheet_last_success_timestamp_seconds ")).isEqualTo(success);
    try (var lock = RunStore.at(output.toString()).lock("other")) {
      assertThat(run("--metrics-file", metrics, "--run-id", "two").code()).isEqualTo(5);
    }
    assertThat(line(metrics, "broadsheet_exit_code ")).isEqualTo("5");
    assertThat(line(metrics, "broadsheet_last_success_timestamp_seconds ")).isEqualTo(success);
    assertThat(metrics.getParent()).isDirectoryNotContaining("glob:**tmp");
  }

  private static String line(Path file, String start) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void metricsThatCannotBeWrittenDoNotFailTheRun() throws IOException {
    Files.writeString(folder.resolve("file"), "");
    Said said = run("--metrics-file", folder.resolve("file").resolve("m.prom"));
    assertThat(said.code()).isEqualTo(3);
    assertThat(said.err())
        .contains("Cannot write m.prom in " + folder.resolve("file") + "/: ")
        .contains("Cannot find articles in ");
  }

  @Test
  void missingInputIsExitCode3() {
    assertThat(say("run", "--input", folder + "/none", "--output", output))
        .isEqualTo(
            new Said(
                3,
                "",
                "Cannot read %s/none: no such file or folder. Check the path and its permissions.%n"
                    .formatted(folder)));
    Said empty = run();
    assertThat(empty.code()).isEqualTo(3);
    assertThat(empty.err())
        .startsWith("Cannot find articles in " + input + ": there are no files.");
  }

  @Test
  void anUnreadableFileIsExitCode3WithoutAStackTrace() {
    byte[] whole =
        Corpus.gzip(
            "{\"title\":\"T\",\"body\":\"B\"}\n".repeat(99).getBytes(StandardCharsets.UTF_8));
    new Corpus(input).file("cut.jsonl.gz", java.util.Arrays.copyOf(whole, whole.length - 12));
    Said jsonl = run();
    assertThat(jsonl.code()).isEqualTo(3);
    assertThat(jsonl.err())
        .contains("/input/cut.jsonl.gz: Unexpected end of input stream. Repair or remove the file.")
        .doesNotContain("\tat ");
  }

  @Test
  void anOutputThatCannotBeWrittenIsExitCode2() throws IOException {
    new Corpus(input).article("1.txt", "Rain", "20220101", "", TEXT);
    Files.writeString(output, "a file");
    Said said = run();
    assertThat(said.err())
        .startsWith("Cannot write to " + output + ": ")
        .endsWith("Check the path and its permissions.\n")
        .doesNotContain("\tat ");
    assertThat(said.code()).isEqualTo(2);
  }

  @Test
  void aLockThatIsHeldIsExitCode5() {
    new Corpus(input).article("1.txt", "Rain", "20220101", "", TEXT);
    try (var lock = RunStore.at(output.toString()).lock("other")) {
      Said said = run();
      assertThat(said.code()).isEqualTo(5);
      assertThat(said.err()).startsWith("Cannot start: run other, process ");
    }
  }

  @Test
  void anUnexpectedFailureIsExitCode1WithItsStackTrace() throws IOException {
    new Corpus(input).article("1.txt", "Rain", "20220101", "", TEXT);
    Files.createDirectories(output);
    Files.writeString(output.resolve("runs"), "a file where the folder of runs should be");
    Path metrics = folder.resolve("broadsheet.prom");
    Said said = run("--metrics-file", metrics);
    assertThat(said.code()).isEqualTo(1);
    assertThat(line(metrics, "broadsheet_exit_code ")).isEqualTo("1");
    assertThat(said.err())
        .contains("\tat ")
        .contains("Cannot finish: an unexpected failure, with its stack trace above.");
  }

  @Test
  void showSaysWhatIsMissing() {
    assertThat(say("show", "--output", output))
        .isEqualTo(
            new Said(
                2,
                "",
                "Cannot show a run: %s has no CURRENT. Publish one with run, or say --output.%n"
                    .formatted(output)));
    assertThat(say("prune", "--output", output).err())
        .isEqualTo(
            "Cannot prune: --keep needs a whole number of 1 or more. Say how many runs stay.\n");
    assertThat(say("shw").err()).startsWith("Cannot use shw: there is no such command or value.");
    assertThat(say("shw", "--output", output).err().lines())
        .containsExactly(
            "Cannot use shw: there is no such command or value. Did you mean show? See --help.");
    assertThat(say().code()).isEqualTo(2);
  }

  @Test
  void helpShowsSparkSubmitAndTheExitCodes() {
    Said said = say("run", "--help");
    assertThat(said.code()).isZero();
    assertThat(said.out()).contains("spark-submit").contains("  5  another run holds the lock");
    assertThat(say("--help").out()).contains("run", "check", "show", "prune");
    assertThat(say("--version").out()).startsWith("broadsheet ");
  }
}
