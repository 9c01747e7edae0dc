package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The notebooks execute on published runs, every chart with data; reports and JupyterLab draw them
 * in a browser. Needs python3, and for some tests npm and chromium: else they are skipped. First of
 * all, as it takes long and waits much.
 */
@Order(1)
class NotebookIT {
  private static final Path NOTEBOOKS = Path.of("notebooks").toAbsolutePath();
  private static final Path TESTS = Path.of("src/test/python").toAbsolutePath();
  private static final Path VENV = Python.VENV;
  private static final Path PYTHON = Python.PROGRAM;

  @TempDir static Path folder;

  @BeforeAll
  static void installPackages() throws Exception {
    onlyIf(Python.isInstalled(), "There is no python3 with venv, so no notebook is executed.");
  }

  @Test
  void notebooksExecuteOnTheSeeds() throws Exception {
    check(SeedsRun.published().output);
  }

  @Test
  void notebooksExecuteOnOneArticle() throws Exception {
    check(one());
  }

  @Test
  void notebooksExecuteOnHostileArticles() throws Exception {
    check(hostile());
  }

  @Test
  void notebooksExecuteOnArticlesOfOneSourceWithoutDates() throws Exception {
    check(published(NotebookCorpus.withoutDates(folder.resolve("in/undated")), "--topics", 3));
  }

  @Test
  void theirCodeIsInOrder() throws Exception {
    Path ruff = VENV.resolve("bin/ruff");
    succeeds(folder, ruff, "check", "--no-cache", NOTEBOOKS, TESTS);
    succeeds(folder, ruff, "format", "--no-cache", "--check", NOTEBOOKS, TESTS);
    succeeds(one(), PYTHON, TESTS.resolve("units.py"), folder.resolve("units"));
  }

  @Test
  void theReportOfHostileArticlesAsksNoNetworkAndRunsNothingOfThem() throws Exception {
    needsNpm();
    Path report = folder.resolve("report");
    String printed = succeeds(hostile(), NOTEBOOKS.resolve("report.sh"), report);
    assertThat(printed).contains("01-what-is-it-about: ").contains("index.html in a browser.");
    needsChromium();
    succeeds(hostile(), PYTHON, TESTS.resolve("report_in_chromium.py"), report);
  }

  @Test
  void aReportThatFailsLeavesTheEarlierOne() throws Exception {
    needsNpm();
    Path broken = folder.resolve("broken");
    copy(one(), broken);
    try (Stream<Path> tables = Files.walk(broken)) {
      for (Path file : tables.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
    Path index = new Corpus(folder.resolve("earlier")).file("index.html", "earlier").folder();
    Done failed = run(broken, Map.of(), NOTEBOOKS.resolve("report.sh"), index);
    assertThat(failed.code()).as(failed.printed()).isEqualTo(1);
    assertThat(failed.printed())
        .contains("Cannot make the report: 0")
        .contains(".ipynb: a cell failed: CatalogException: ")
        .doesNotContain("Traceback");
    assertThat(index).isDirectoryContaining("glob:**/index.html");
    try (Stream<Path> files = Files.list(index)) {
      assertThat(files).hasSize(1);
    }
    assertThat(index.resolve("index.html")).hasContent("earlier");
  }

  @Test
  void withoutNpmOrPythonTheReportSaysWhatToInstall() throws Exception {
    Path notebooks = copyOfNotebooks("bare");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    sh(tools, "ln -s $(command -v sh) $(command -v dirname) $(command -v cmp) " + tools);
    Path report = notebooks.resolve("report.sh");
    Done noNpm = run(folder, Map.of("PATH", tools.toString()), report);
    assertThat(noNpm.printed())
        .isEqualTo(
            "Cannot make the report: npm is missing. Install Node.js with npm"
                + " (on Debian and Ubuntu: apt-get install npm).\n");
    assertThat(noNpm.code()).isEqualTo(2);
    Done noPython =
        run(folder, Map.of("PATH", tools.toString(), "BROADSHEET_VENV", "none"), report);
    assertThat(noPython.printed())
        .isEqualTo(
            "Cannot make the report: python3 is not on the PATH. Install Python 3.10 or later.\n");
    assertThat(noPython.code()).isEqualTo(2);
  }

  @Test
  void copiesForGitHubHavePictures() throws Exception {
    needsNpm();
    needsChromium();
    String first = "01-what-is-it-about";
    Path copies = folder.resolve("copies");
    succeeds(
        SeedsRun.published().output,
        NOTEBOOKS.resolve("render.sh"),
        "--folder",
        copies,
        NOTEBOOKS.resolve(first + ".ipynb"));
    assertThat(Files.readString(copies.resolve("rendered/" + first + ".ipynb")))
        .contains("\"image/png\"")
        .contains("\"application/vnd.vegalite.v5+json\"");
    assertThat(Files.size(copies.resolve(first + ".png"))).isBetween(5_000L, 150_000L);
  }

  @Test
  void jupyterLabDrawsAndFollowsAClick() throws Exception {
    needsChromium();
    String printed =
        succeeds(hostile(), PYTHON, TESTS.resolve("lab_in_chromium.py"), copyOfNotebooks("lab"));
    assertThat(printed).contains("a click on a topic changed ");
  }

  private static void check(Path output) throws Exception {
    String printed = succeeds(output, PYTHON, NOTEBOOKS.resolve("check.py"));
    assertThat(printed).contains("01-what-is-it-about.ipynb: ");
  }

  private static Path one() {
    return published(NotebookCorpus.one(folder.resolve("in/one")), "--topics", 1);
  }

  private static Path hostile() {
    return published(
        NotebookCorpus.hostile(folder.resolve("in/hostile")),
        "--html",
        "keep",
        "--topics",
        5,
        "--compare",
        "2022-01-03..2022-01-09:2022-01-10..2022-01-31");
  }

  /** The output of a run over such articles, once. */
  private static synchronized Path published(Path input, Object... options) {
    Path output = folder.resolve("out").resolve(input.getFileName());
    if (!Files.exists(output)) {
      var arguments =
          Stream.concat(
              Stream.of("run", "--input", input, "--output", output), Arrays.stream(options));
      InThisJvm.succeeds(arguments.toArray());
    }
    return output;
  }

  private static Path copyOfNotebooks(String name) throws IOException {
    Path to = folder.resolve(name).resolve("notebooks");
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(NOTEBOOKS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return to;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path).toString()));
      }
    }
  }

  private static void needsNpm() throws Exception {
    onlyIf(sh(folder, "command -v npm").code() == 0, "There is no npm, so no report is made.");
  }

  private static void needsChromium() throws Exception {
    onlyIf(
        sh(folder, "command -v chromium").code() == 0,
        "There is no chromium, so nothing is drawn.");
  }

  private static void onlyIf(boolean there, String otherwise) {
    if (!there) {
      System.out.println(otherwise);
    }
    assumeTrue(there, otherwise);
  }

  private static String succeeds(Path output, Object... command) throws Exception {
    Done done = run(output, Map.of(), command);
    System.out.print(done.printed());
    assertThat(done.code()).as(done.printed()).isZero();
    return done.printed();
  }

  private static Done sh(Path output, String script) throws Exception {
    return run(output, Map.of(), "sh", "-c", script);
  }

  private record Done(int code, String printed) {}

  private static Done run(Path output, Map<String, String> environment, Object... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(Arrays.stream(command).map(String::valueOf).toList());
    builder.environment().put("BROADSHEET_OUTPUT", output.toString());
    builder.environment().put("BROADSHEET_VENV", VENV.toString());
    builder.environment().put("PYTHONPATH", NOTEBOOKS.toString());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(1, TimeUnit.MINUTES);
    return new Done(process.exitValue(), printed);
  }
}
