package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * An output folder with a run of a tiny archive, and further runs by processes of their own, which
 * are ended before they publish. After each test the first run is as it was.
 */
final class EndedRuns implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  static final String FIRST = "2026-11-22T020000Z";
  static final String ENDED = "2026-11-23T020000Z";
  static final String NEXT = "2026-11-24T020000Z";
  static final int SIGKILL = 137;
  static final int SIGTERM = 143;

  private Path folder;
  private Path output;
  private Path temporary;
  private Path metrics;
  private Map<String, Long> before;

  /** Publishes the first run. */
  @Override
  public void beforeAll(ExtensionContext test) throws IOException {
    folder = Files.createTempDirectory("ended-runs");
    output = folder.resolve("output");
    temporary = Files.createDirectories(folder.resolve("temporary"));
    metrics = folder.resolve("broadsheet.prom");
    Corpus.ofFloodsAndBanks(folder.resolve("input"));
    InThisJvm.succeeds(run(output, FIRST, 1));
    before = files(output.resolve("runs").resolve(FIRST));
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(files(output.resolve("runs").resolve(FIRST))).isEqualTo(before);
  }

  @Override
  public void afterAll(ExtensionContext test) throws IOException {
    FileUtils.deleteDirectory(folder.toFile());
  }

  Path folder() {
    return folder;
  }

  /** The arguments of a run. */
  Object[] run(Path output, String runId, int topics) {
    return new Object[] {
      "run",
      "--input",
      folder.resolve("input"),
      "--output",
      output,
      "--topics",
      topics,
      "--run-id",
      runId
    };
  }

  Path output() {
    return output;
  }

  /** Every file with its time of change. */
  static Map<String, Long> files(Path root) throws IOException {
    var found = new TreeMap<String, Long>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        found.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return found;
  }

  /** Has readers see the first run again, and deletes a later one. */
  void backToTheFirst(String later) throws IOException {
    Files.writeString(output.resolve("CURRENT"), FIRST + "\n");
    FileUtils.deleteDirectory(output.resolve("runs").resolve(later).toFile());
  }

  /** Deletes what a killed process left beside its output. */
  void clearTemporaryFiles() throws IOException {
    assertThat(metrics).doesNotExist();
    FileUtils.cleanDirectory(temporary.toFile());
  }

  void clearMetrics() throws IOException {
    Files.delete(metrics);
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  /** Whether a line tells of the end of a stage. */
  static boolean isStage(String line) {
    return line.matches("  [a-z]+ .* s   .*");
  }

  static boolean isToldBy(String line, String stage) {
    return isStage(line) && line.startsWith("  " + stage + " ");
  }

  /** Has a process told to stop after a stage, and nothing left of it. */
  void toldToStop(String stage) throws IOException {
    List<String> runs = new ArrayList<>(names(output.resolve("runs")));
    ChildJvm.Ended ended = end(stage, SIGTERM, ENDED, 1);
    assertThat(ended.printed())
        .contains(
            "Cannot finish: the program was told to stop. Nothing was published; run it again.")
        .doesNotContain("\tat ");
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(output.resolve(".lock")).isEmptyFile();
    runs.remove(ENDED);
    assertThat(names(output.resolve("runs"))).isSubsetOf(runs);
    assertThat(names(temporary)).isEmpty();
    assertThat(metrics)
        .content()
        .contains("\nbroadsheet_exit_code 143\n")
        .contains("\nbroadsheet_stage_duration_seconds{stage=\"%s\"} ".formatted(stage))
        .doesNotContain("broadsheet_articles ");
    Files.delete(metrics);
  }

  /** The packaged program in a process of its own. */
  ChildJvm child(String runId, int topics) {
    return ChildJvm.java(
        ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
        Stream.of(
                ChildJvm.UNVERIFIED.stream(),
                Stream.of(
                    "-Djava.io.tmpdir=" + temporary,
                    "-Dspark.ui.enabled=false",
                    "-Dspark.sql.adaptive.enabled=false",
                    "-Dspark.sql.shuffle.partitions=2",
                    "-Dspark.sql.codegen.wholeStage=false",
                    "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                    "dev.broadsheet.Main"),
                Arrays.stream(run(output, runId, topics)),
                Stream.of("--metrics-file", metrics))
            .flatMap(arguments -> arguments)
            .toArray());
  }

  /** Runs it until it has told of a stage, sees another one sent away meanwhile, and ends it. */
  ChildJvm.Ended end(String stage, int signal, String runId, int topics) throws IOException {
    ChildJvm.Ended ended =
        child(runId, topics)
            .runUntil(
                line -> isToldBy(line, stage),
                process -> {
                  assertAnotherIsSentAway();
                  // Process.destroy() would close the stream of what it still has to say.
                  ProcessHandle handle = process.toHandle();
                  assertThat(signal == SIGKILL ? handle.destroyForcibly() : handle.destroy())
                      .isTrue();
                });
    assertThat(ended.code()).as(ended.printed()).isEqualTo(signal);
    if (signal == SIGKILL) {
      clearTemporaryFiles();
    }
    return ended;
  }

  private void assertAnotherIsSentAway() {
    var err = new ByteArrayOutputStream();
    assertThat(InThisJvm.refused(new PrintStream(err), run(output, ENDED, 1))).isEqualTo(5);
    assertThat(err.toString()).contains("holds the lock of " + output);
  }
}
