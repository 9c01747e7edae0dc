package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A standalone cluster, also one whose executors die, gives the tables of {@code local[2]}, to the
 * last bit. The archive has two partitions, from which the documents of the fit are packed; the fit
 * passes over them on the driver, as over all of so few.
 */
@SparkTest
@Tag("heavy")
@ResourceLock("session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandaloneClusterIT {
  private static final String RUN = "2026-11-23T020000Z";
  private static final int ARTICLES = 4300;
  private static final int WORDS = 540;

  @TempDir static Path folder;
  private Map<String, String> here;

  @BeforeAll
  void runOnTwoCores(SparkSession session) throws IOException {
    Files.createDirectories(folder.resolve("news"));
    Files.writeString(folder.resolve("news/all.jsonl"), archive());
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("news.zip")))) {
      zip.putNextEntry(new ZipEntry("all.jsonl"));
      Files.copy(folder.resolve("news/all.jsonl"), zip);
    }
    InThisJvm.succeeds(night(folder.resolve("news"), folder.resolve("here")));
    here = hashes(folder.resolve("here"));
  }

  /** Five topics of 4,000 words that overlap: some 505 different words an article. */
  private static String archive() {
    var random = new Random(7);
    var lines = new StringBuilder();
    for (int i = 0; i < ARTICLES; i++) {
      int topic = i % 5;
      String body =
          random
              .ints(WORDS, 2000 * topic, 2000 * topic + 4000)
              .mapToObj(word -> "w" + Integer.toString(word, 36))
              .collect(Collectors.joining(" "));
      lines.append(
          "{\"title\":\"Article %d\",\"date\":\"202601%02d\",\"url\":\"https://%d.example/%d\",\"body\":\"%s\"}\n"
              .formatted(i, 1 + i % 28, i % 3, i, body));
    }
    return lines.toString();
  }

  private static Object[] night(Path input, Path output) {
    return new Object[] {
      "run",
      "--input",
      input,
      "--output",
      output,
      "--analyzer",
      "whitespace",
      "--topics",
      5,
      "--run-id",
      RUN
    };
  }

  private static Object[] jar(Object[] arguments) {
    var all = new Object[arguments.length + 1];
    all[0] = ChildJvm.jar();
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  private static Map<String, String> hashes(Path output) {
    RunStore store = RunStore.at(output.toString());
    assertThat(store.current()).contains(RUN);
    return store.manifest(RUN).orElseThrow().tables().stream()
        .collect(
            Collectors.toMap(
                Manifest.TableEntry::name, Manifest.TableEntry::hash, (a, b) -> a, TreeMap::new));
  }

  /** The driver's log says when a stage has ended; the next one begins at once. */
  private static void killAnExecutorAfter(
      String stage, StandaloneCluster cluster, RunningProgram submit) throws IOException {
    submit.printed(cluster.driverLog(), "(?m)^  " + stage + " .* s   ");
    ProcessHandle executor = cluster.executors().get(0);
    assertThat(executor.destroyForcibly()).isTrue();
  }

  @Test
  void inClusterModeExecutorsMayDieInTheFitAndInTheWriting() throws IOException {
    Path output = folder.resolve("killed");
    try (var cluster = new StandaloneCluster(folder.resolve("cluster"), 2);
        RunningProgram submit =
            cluster
                .submitDriver(jar(night(folder.resolve("news"), output)))
                .start(folder.resolve("submit.log"))) {
      killAnExecutorAfter("choose topics", cluster, submit);
      killAnExecutorAfter("describe topics", cluster, submit);
      assertThat(submit.ended().printed()).contains("FINISHED");
      String log = Files.readString(cluster.driverLog());
      assertThat(log)
          .containsPattern("(?s)  choose topics .*Lost executor .*  fit topics ")
          .containsPattern("(?s)  describe topics .*Lost executor .*  write tables ");
    }
    assertThat(hashes(output)).hasSize(24).isEqualTo(here);
  }

  @Test
  void inClientModeOneWorkerMakesTheSameTablesOfAZip() throws IOException {
    Path output = folder.resolve("client");
    try (var cluster = new StandaloneCluster(folder.resolve("one"), 1)) {
      Object[] arguments = jar(night(folder.resolve("news.zip"), output));
      ChildJvm.Ended ended = cluster.submit("client", arguments).run();
      assertThat(ended.code()).as(ended.printed()).isZero();
    }
    Map<String, String> there = hashes(output);
    // In which file they are is all that differs.
    assertThat(there.remove("articles")).isNotEqualTo(here.get("articles"));
    assertThat(here).hasSize(24).containsAllEntriesOf(there);
  }

  @Test
  void aDriverWithoutSparksModuleOptionsIsToldWhichToAdd() throws IOException {
    try (var cluster = new StandaloneCluster(folder.resolve("another"), 1)) {
      cluster.submit("cluster", ChildJvm.jar(), "run", "--input", folder.resolve("news")).run();
      assertThat(Files.readString(cluster.driverLog()))
          .contains(
              "Cannot run: this Java was started without Spark's module options, as drivers in"
                  + " standalone cluster mode are. Add to spark-submit: --driver-java-options \"")
          .contains("--add-opens=java.base/java.nio=ALL-UNNAMED ");
    }
  }
}
