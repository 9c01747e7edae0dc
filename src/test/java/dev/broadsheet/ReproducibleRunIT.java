package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * A night that continues another, three times: on two cores, on one, and on executors of their own,
 * with other shuffles, from one file and from many. Nothing of that may change a bit of any table.
 */
@SparkTest
@ResourceLock("session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproducibleRunIT {
  private static final String FIRST = "2026-11-23T020000Z";
  private static final String SECOND = "2026-11-24T020000Z";

  /** More than one partition, which begins at 4,000 articles. */
  private static final PlantedCorpus ARCHIVE = new PlantedCorpus(12, 1200, 4800, 11);

  @TempDir static Path folder;
  private SparkSession spark;
  private Path two;
  private Path one;
  private Path other;

  @BeforeAll
  void runANightThreeTimes(SparkSession session) throws IOException {
    spark = session;
    two = folder.resolve("two");
    one = folder.resolve("one");
    other = folder.resolve("other");
    int[] old = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    List<String> known = lines(ARCHIVE.withActive(old).window(0, 4200));
    List<String> today = new ArrayList<>(known.subList(300, known.size()));
    today.addAll(lines(ARCHIVE.withActive(10, 11).window(4200, 4800)));
    oneFile(folder.resolve("yesterday"), known.subList(0, 1200));
    oneFile(folder.resolve("today"), today);
    manyFiles(folder.resolve("again"), today);
    // The first night on two cores; the second also on one, and, of other files, on executors.
    InThisJvm.succeeds(night(FIRST, "yesterday", two).toArray());
    copy(two, one);
    copy(two, other);
    var executors = CompletableFuture.runAsync(() -> runOnExecutors(night(SECOND, "again", other)));
    InThisJvm.succeeds(night(SECOND, "today", two).toArray());
    SparkTest.Session.restart(1, 3);
    InThisJvm.succeeds(night(SECOND, "today", one).toArray());
    this.spark = SparkTest.Session.restart(2, 2);
    executors.join();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)));
      }
    }
  }

  /** Articles as JSON, among them reprints, older versions, URLs in two forms, and no articles. */
  private List<String> lines(PlantedCorpus corpus) {
    List<String> lines = new ArrayList<>();
    for (String line : corpus.articles(spark).drop("label").toJSON().collectAsList()) {
      int i = lines.size();
      lines.add(line);
      switch (i % 97) {
        case 10 -> lines.add(line.replace("https://source-", "https://reprint-"));
        case 20 -> lines.add(line.replace("\"body\":\"", "\"body\":\"Earlier "));
        case 30 -> lines.add(line.replace("\",\"body\"", "?utm_source=feed\",\"body\""));
        case 40 ->
            lines.add(line.replaceFirst("\"date\":\"[0-9]+\"", "\"date\":\"soon " + i + "\""));
        case 50 -> lines.add(line.replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"\""));
        case 60 -> lines.add("no JSON " + i);
        default -> {}
      }
    }
    return lines;
  }

  private static void oneFile(Path input, List<String> lines) throws IOException {
    Files.createDirectories(input);
    Files.write(input.resolve("all.jsonl"), lines);
  }

  /** In another order, a part as JSON lines and a part as Parquet. */
  private void manyFiles(Path input, List<String> lines) throws IOException {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(5));
    Map<Boolean, List<String>> parts =
        shuffled.stream()
            .collect(
                Collectors.partitioningBy(
                    line -> line.startsWith("{") && line.hashCode() % 2 == 0));
    Files.createDirectories(input);
    List<String> json = parts.get(false);
    for (int i = 0; i < 9; i++) {
      Files.write(
          input.resolve(i + ".jsonl"),
          json.subList(json.size() * i / 9, json.size() * (i + 1) / 9));
    }
    spark
        .read()
        .json(spark.createDataset(parts.get(true), Encoders.STRING()))
        .repartition(6)
        .write()
        .parquet(input.resolve("more").toString());
  }

  private static List<Object> night(String runId, String input, Path output) {
    return List.of(
        "run",
        "--input",
        folder.resolve(input),
        "--output",
        output,
        "--analyzer",
        "whitespace",
        "--run-id",
        runId);
  }

  /** With plans that adapt and are compiled, as in no session of the tests. */
  private static void runOnExecutors(List<Object> night) {
    List<Object> arguments = new ArrayList<>();
    arguments.add("-Dspark.master=local-cluster[2,1,1024]");
    arguments.add("-Dspark.sql.shuffle.partitions=5");
    arguments.add("-Dspark.sql.adaptive.enabled=true");
    arguments.add("-Dspark.jars=" + ChildJvm.jar());
    arguments.add("-Dspark.ui.enabled=false");
    arguments.add("dev.broadsheet.StoppedAfter");
    arguments.addAll(night);
    String classPath =
        String.join(
            File.pathSeparator,
            ChildJvm.jar().toString(),
            ChildJvm.sparkClassPath(),
            "target/test-classes");
    try {
      ChildJvm.Ended ended = ChildJvm.java(classPath, arguments.toArray()).withExecutors().run();
      assertThat(ended.code()).as(ended.printed()).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> hashes(Path output, String runId) {
    Manifest manifest = RunStore.at(output.toString()).manifest(runId).orElseThrow();
    Map<String, String> hashes = new HashMap<>();
    manifest.tables().forEach(table -> hashes.put(table.name(), table.hash()));
    return hashes;
  }

  private Dataset<Row> table(Path output, String runId, String name) {
    return spark.read().parquet(output.resolve("runs").resolve(runId).resolve(name).toString());
  }

  private List<String> rows(Path output, String table, String... without) {
    return table(output, SECOND, table).drop(without).toJSON().collectAsList().stream()
        .filter(row -> !row.contains("list input files"))
        .sorted()
        .toList();
  }

  @Test
  void coresAndShufflesChangeNoBitOfAnyTable() {
    assertThat(hashes(two, SECOND)).hasSize(24).isEqualTo(hashes(one, SECOND));
  }

  @Test
  void norDoExecutorsNorAnotherOrderInOtherFiles() {
    List<String> ofFiles = List.of("articles", "quarantine", "stages");
    Map<String, String> expected = hashes(one, SECOND);
    Map<String, String> found = hashes(other, SECOND);
    expected.keySet().removeAll(ofFiles);
    found.keySet().removeAll(ofFiles);
    assertThat(found).hasSize(21).isEqualTo(expected);
    assertThat(rows(other, "articles", "input_file"))
        .isEqualTo(rows(one, "articles", "input_file"));
    assertThat(rows(other, "quarantine", "input_file", "record", "raw"))
        .isEqualTo(rows(one, "quarantine", "input_file", "record", "raw"));
    // Of a record without a title all is kept, which JSON and Parquet write in their own ways.
    assertThat(rows(other, "quarantine", "input_file", "record"))
        .filteredOn(row -> !row.contains("missing_title"))
        .isEqualTo(
            rows(one, "quarantine", "input_file", "record").stream()
                .filter(row -> !row.contains("missing_title"))
                .toList());
    assertThat(rows(other, "stages", "seconds")).isEqualTo(rows(one, "stages", "seconds"));
  }

  @Test
  void thereWasSomethingToBeDifferent() {
    assertThat(table(one, SECOND, "articles").count()).isGreaterThan(4000);
    assertThat(table(one, SECOND, "articles").where("duplicate_of is not null").count())
        .isGreaterThan(50);
    assertThat(table(one, SECOND, "quarantine").select("reason").distinct().count()).isEqualTo(3);
    assertThat(table(one, SECOND, "model_selection").count()).isGreaterThan(1);
    assertThat(
            table(one, SECOND, "topic_lineage")
                .select("status")
                .distinct()
                .as(Encoders.STRING())
                .collectAsList())
        .contains("kept", "new");
    assertThat(hashes(one, SECOND)).doesNotContainEntry("topics", hashes(one, FIRST).get("topics"));
  }
}
