package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is killed, or told to stop, leaves what readers see as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String KILLED = "2026-11-23T020000Z";
  private static final int SIGKILL = 137;
  private static final int SIGTERM = 143;

  @TempDir static Path folder;
  private Path output;
  private Path temporary;
  private Map<String, Long> before;

  private Object[] run(String runId, int topics) {
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

  @BeforeAll
  void publishARun() throws IOException {
    output = folder.resolve("output");
    temporary = Files.createDirectories(folder.resolve("temporary"));
    var corpus = new Corpus(folder.resolve("input"));
    for (int i = 0; i < 8; i++) {
      corpus.article(
          i + ".txt",
          i % 2 == 0 ? "Flood" : "Bank",
          "2022010" + (1 + i),
          "https://a.example/" + i,
          (i % 2 == 0
                  ? "The river rose over bridge and levee "
                  : "The bank sold shares to a lender ")
              + i);
    }
    InThisJvm.succeeds(run(FIRST, 1));
    before = files(output.resolve("runs").resolve(FIRST));
  }

  /** Every file with its time of change. */
  private static Map<String, Long> files(Path root) throws IOException {
    var found = new TreeMap<String, Long>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        found.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return found;
  }

  @AfterEach
  void theFirstRunIsAsItWas() throws IOException {
    assertThat(files(output.resolve("runs").resolve(FIRST))).isEqualTo(before);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names.map(name -> name.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void killedBeforeAnyTableIsWrittenItLeavesTheEarlierRunAsItWas() throws Exception {
    end("read articles", SIGKILL, KILLED, 1);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(RunStore.at(output.toString()).manifest(KILLED)).isEmpty();
  }

  @Test
  void killedWhileItReplacesTheCurrentRunItIsNeitherSeenNorInTheWay() throws Exception {
    try (var readers = ReaderLoop.of(output)) {
      readers.awaitReading(FIRST);
      end("audit", SIGKILL, FIRST, 2);
      assertThat(output.resolve("CURRENT")).hasContent(FIRST);
      assertThat(names(output.resolve("runs"))).contains(FIRST, FIRST + ".2");
      InThisJvm.succeeds(run(FIRST, 2));
      readers.awaitReading(FIRST + ".2");
    }
    assertThat(names(output.resolve("runs"))).containsExactly(FIRST, FIRST + ".2");
    RunStore store = RunStore.at(output.toString());
    assertThat(store.current()).contains(FIRST);
    Manifest manifest = store.manifest(FIRST).orElseThrow();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.PUBLISHED);
    assertThat(manifest.configuration().get("topics").value()).isEqualTo("2");
    backToTheFirst();
    FileUtils.deleteDirectory(output.resolve("runs").resolve(FIRST + ".2").toFile());
  }

  private void backToTheFirst() throws IOException {
    Files.writeString(output.resolve("CURRENT"), FIRST + "\n");
  }

  @Test
  void toldToStopItStopsSparkLetsGoOfTheLockAndLeavesNoFile() throws Exception {
    List<String> runs = new ArrayList<>(names(output.resolve("runs")));
    ChildJvm.Ended ended = end("describe topics", SIGTERM, KILLED, 1);
    assertThat(ended.printed())
        .contains(
            "Cannot finish: the program was told to stop. Nothing was published; run it again.")
        .doesNotContain("\tat ");
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(output.resolve(".lock")).isEmptyFile();
    runs.remove(KILLED);
    assertThat(names(output.resolve("runs"))).isSubsetOf(runs);
    assertThat(names(temporary)).isEmpty();
  }

  @ParameterizedTest
  @Tag("heavy")
  @ValueSource(
      strings = {
        "list input files",
        "read earlier topics",
        "find duplicates",
        "find stories",
        "find names",
        "weigh terms",
        "choose topics",
        "fit topics",
        "write tables",
        "save model"
      })
  void whereverItIsStoppedTheNextRunSucceedsUnaided(String stage) throws Exception {
    String next = "2026-11-24T" + "%06d".formatted(stage.hashCode() & 0xffff) + "Z";
    try (var readers = ReaderLoop.of(output)) {
      end(stage, SIGKILL, KILLED, 1);
      end(stage, SIGTERM, KILLED, 1);
      assertThat(names(temporary)).isEmpty();
      assertThat(output.resolve("CURRENT")).hasContent(FIRST);
      InThisJvm.succeeds(run(next, 1));
      readers.awaitReading(next);
      assertThat(names(output.resolve("runs"))).contains(next).doesNotContain(KILLED);
    }
    backToTheFirst();
  }

  /**
   * Runs the packaged program in a process of its own until it has told of a stage, sees another
   * one sent away meanwhile, and ends it.
   */
  private ChildJvm.Ended end(String stage, int signal, String runId, int topics)
      throws IOException {
    ChildJvm.Ended ended =
        ChildJvm.java(
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                Stream.concat(
                        Stream.of(
                            "-Djava.io.tmpdir=" + temporary,
                            "-Dspark.ui.enabled=false",
                            "-Dspark.sql.adaptive.enabled=false",
                            "-Dspark.sql.shuffle.partitions=2",
                            "-Dspark.sql.codegen.wholeStage=false",
                            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                            "dev.broadsheet.Main"),
                        Arrays.stream(run(runId, topics)))
                    .toArray())
            .runUntil(
                line -> line.startsWith("  " + stage) && !line.contains("so far"),
                process -> {
                  assertAnotherIsSentAway();
                  // Process.destroy() would close the stream of what it still has to say.
                  ProcessHandle handle = process.toHandle();
                  assertThat(signal == SIGKILL ? handle.destroyForcibly() : handle.destroy())
                      .isTrue();
                });
    assertThat(ended.code()).as(ended.printed()).isEqualTo(signal);
    if (signal == SIGKILL) {
      FileUtils.cleanDirectory(temporary.toFile());
    }
    return ended;
  }

  private void assertAnotherIsSentAway() {
    var err = new ByteArrayOutputStream();
    assertThat(InThisJvm.refused(new PrintStream(err), run(KILLED, 1))).isEqualTo(5);
    assertThat(err.toString()).contains("holds the lock of " + output);
  }
}
