package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.topics.FitMemory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A standalone cluster, also one whose executors die, gives the tables of {@code local[2]}, to the
 * last bit. The archives are so large that they have two partitions.
 */
@Tag("heavy")
class StandaloneClusterIT {
  private static final String RUN = "2026-11-23T020000Z";
  private static final int ARTICLES = 4300;
  private static final int TERMS = 12_000;

  @TempDir static Path folder;

  /**
   * Articles of so many words each, of three kinds, which have 8,000 words each and share half of
   * them with the next.
   *
   * @param nonzeros is told how many different words each article has
   */
  private static Path archive(String name, int words, IntConsumer nonzeros) throws IOException {
    var random = new Random(7);
    Path file = Files.createDirectories(folder.resolve(name)).resolve("all.jsonl");
    try (var out = Files.newBufferedWriter(file)) {
      for (int i = 0; i < ARTICLES; i++) {
        int first = TERMS / 3 * (i % 3);
        int[] body = random.ints(words, first, first + TERMS / 3 * 2).toArray();
        nonzeros.accept((int) Arrays.stream(body).map(word -> word % TERMS).distinct().count());
        out.write(
            "{\"title\":\"Article %d\",\"date\":\"202601%02d\",\"url\":\"https://%d.example/%d\",\"body\":\"%s\"}\n"
                .formatted(i, 1 + i % 28, i % 3, i, text(body)));
      }
    }
    return file.getParent();
  }

  private static String text(int[] words) {
    return Arrays.stream(words)
        .mapToObj(word -> "w" + Integer.toString(word % TERMS, 36))
        .collect(Collectors.joining(" "));
  }

  private static Object[] night(Path input, Path output, int topics) {
    return new Object[] {
      "run",
      "--input",
      input,
      "--output",
      output,
      "--analyzer",
      "whitespace",
      "--topics",
      topics,
      "--run-id",
      RUN
    };
  }

  /** The tables of {@code local[2]}, by a process that has more memory than that of the tests. */
  private static Map<String, String> here(Path input, int topics) {
    Path output = input.resolveSibling("here-" + input.getFileName());
    Stream<Object> program =
        Stream.of(
            "-Xmx2g", "-Dspark.master=local[2]", "-Dspark.ui.enabled=false", "dev.broadsheet.Main");
    ChildJvm.Ended ended =
        ChildJvm.java(
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                Stream.concat(program, Stream.of(night(input, output, topics))).toArray())
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    return hashes(output);
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
      String stage, int seconds, StandaloneCluster cluster, RunningProgram submit)
      throws IOException, InterruptedException {
    submit.printed(cluster.driverLog(), "(?m)^  " + stage + " .* s   ");
    TimeUnit.SECONDS.sleep(seconds);
    ProcessHandle executor = cluster.executors().get(0);
    assertThat(executor.destroyForcibly()).isTrue();
  }

  /** With so many topics, learnt from so much, that a pass of the fit is a job of the cluster. */
  @Test
  void inClusterModeExecutorsMayDieInTheFitAndInTheWriting() throws Exception {
    int topics = 220;
    var nonzeros = new AtomicLong();
    Path news = archive("large", 2550, nonzeros::addAndGet);
    assertThat(FitMemory.ofExecutor(TERMS, topics, 0, ARTICLES, nonzeros.get(), 1).bytes())
        .as("what an executor needs for the fit")
        .isPositive();
    Map<String, String> here = here(news, topics);
    Path output = folder.resolve("killed");
    try (var cluster = new StandaloneCluster(folder.resolve("cluster"), 2);
        RunningProgram submit =
            cluster
                .submitDriver(jar(night(news, output, topics)))
                .start(folder.resolve("submit.log"))) {
      // The documents are on the executors by then; the passes over them take a minute or more.
      killAnExecutorAfter("choose topics", 15, cluster, submit);
      killAnExecutorAfter("describe topics", 0, cluster, submit);
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
    Path news = archive("small", 540, words -> {});
    Path packed = folder.resolve("news.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(packed))) {
      zip.putNextEntry(new ZipEntry("all.jsonl"));
      Files.copy(news.resolve("all.jsonl"), zip);
    }
    Map<String, String> here = here(news, 5);
    Path output = folder.resolve("client");
    try (var cluster = new StandaloneCluster(folder.resolve("one"), 1)) {
      Object[] arguments = jar(night(packed, output, 5));
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
      cluster.submit("cluster", ChildJvm.jar(), "run", "--input", "seeds").run();
      assertThat(Files.readString(cluster.driverLog()))
          .contains(
              "Cannot run: this Java was started without Spark's module options, as drivers in"
                  + " standalone cluster mode are. Add to spark-submit: --driver-java-options \"")
          .contains("--add-opens=java.base/java.nio=ALL-UNNAMED ");
    }
  }
}
