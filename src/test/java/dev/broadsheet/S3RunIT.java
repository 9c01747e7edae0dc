package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.NightsInARow;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.statistics.IOStatisticsSupport;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A run whose input and output are on a server that speaks S3, by {@code s3a:}. */
@SparkTest
@Tag("heavy")
@ResourceLock("session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class S3RunIT {
  private static final String RUN = "2026-11-23T020000Z";
  private static final String INPUT = "s3a://" + S3Server.BUCKET + "/in";
  private static final String OUTPUT = "s3a://" + S3Server.BUCKET + "/out";

  private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";

  @TempDir static Path folder;
  private S3Server server;
  private FileSystem s3;

  @BeforeAll
  void startServer() throws IOException {
    server = new S3Server(folder);
    Map<String, String> settings = new HashMap<>();
    server.settings().forEach((key, value) -> settings.put("spark.hadoop." + key, value));
    SparkSession spark = SparkTest.Session.restart(2, 2, settings);
    s3 =
        new org.apache.hadoop.fs.Path(INPUT)
            .getFileSystem(spark.sparkContext().hadoopConfiguration());
    UglyCorpus.write(folder.resolve("in"));
    s3.copyFromLocalFile(
        new org.apache.hadoop.fs.Path(folder.resolve("in").toString()),
        new org.apache.hadoop.fs.Path(INPUT));
  }

  @AfterAll
  void stopServer() {
    SparkTest.Session.restart(2, 2);
    server.close();
  }

  private static ChildJvm.Ended run(Object input, Object output) {
    return InThisJvm.run(
        "run",
        "--input",
        input,
        "--output",
        output,
        "--max-bad-ratio",
        0.9,
        "--run-id",
        RUN,
        "--verbose");
  }

  private static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes =
        manifest.tables().stream()
            .collect(Collectors.toMap(Manifest.TableEntry::name, Manifest.TableEntry::hash));
    // They name the input files.
    hashes.keySet().removeAll(java.util.Set.of("articles", "quarantine"));
    return hashes;
  }

  private long requests(String statistic) {
    Long count = IOStatisticsSupport.retrieveIOStatistics(s3).counters().get(statistic);
    assertThat(count).as(statistic).isNotNull();
    return count;
  }

  @Test
  void aRunIsPublishedThereWithoutARenameAndWithTheTablesOfThisMachine() {
    long renames = requests("op_rename");
    long copies = requests("object_copy_requests");
    ChildJvm.Ended ended = run(INPUT, OUTPUT);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(requests("op_rename") - renames).isZero();
    assertThat(requests("object_copy_requests") - copies).isZero();
    assertThat(requests("object_put_request")).isGreaterThan(24);
    RunStore store = RunStore.at(OUTPUT);
    assertThat(store.current()).contains(RUN);
    assertThat(store.runInProgress()).isEmpty();
    Manifest there = store.manifest(RUN).orElseThrow();
    InThisJvm.succeeds(
        "run",
        "--input",
        folder.resolve("in"),
        "--output",
        folder.resolve("out"),
        "--max-bad-ratio",
        0.9,
        "--run-id",
        RUN);
    Manifest here = RunStore.at(folder.resolve("out").toString()).manifest(RUN).orElseThrow();
    assertThat(hashes(there)).hasSize(22).isEqualTo(hashes(here));
    assertThat(ended.printed() + there.toJson())
        .doesNotContain(S3Server.SECRET)
        .doesNotContain("a-key-of-the-test");
    assertThat(run(INPUT, OUTPUT).printed()).contains("nothing was done");
    NightsInARow.areSeenWhole(OUTPUT + "/nights", there, 20);
  }

  @Test
  void whereWritesHaveNoConditionOneRunsAtATimeAndIsPublished() throws IOException {
    var bucket = new org.apache.hadoop.fs.Path("s3a://" + S3Server.OLD_BUCKET);
    String output = bucket + "/out";
    assertThat(bucket.getFileSystem(s3.getConf()).hasPathCapability(bucket, CONDITIONAL)).isFalse();
    assertThat(s3.hasPathCapability(new org.apache.hadoop.fs.Path(OUTPUT), CONDITIONAL)).isTrue();
    RunStore store = RunStore.at(output);
    try (RunLock lock = store.lock("2026-11-22T020000Z")) {
      lock.check();
      ChildJvm.Ended refused = run(INPUT, output);
      assertThat(refused.code()).as(refused.printed()).isEqualTo(5);
      assertThat(store.current()).isEmpty();
    }
    ChildJvm.Ended ended = run(INPUT, output);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(store.current()).contains(RUN);
    assertThat(store.runInProgress()).isEmpty();
    assertThat(run(INPUT, output).printed()).contains("nothing was done");
  }

  @Test
  void norDoesTheLogOfAProcessThatTellsAll() {
    ChildJvm.Ended ended =
        ChildJvm.java(
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                Stream.of(
                        server.settings().entrySet().stream()
                            .map(
                                setting ->
                                    "-Dspark.hadoop.%s=%s"
                                        .formatted(setting.getKey(), setting.getValue())),
                        Stream.of(
                            "-Dspark.ui.enabled=false",
                            "-Dspark.logConf=true",
                            "dev.broadsheet.Main",
                            "run",
                            "--input",
                            INPUT,
                            "--output",
                            OUTPUT + "-of-a-process",
                            "--max-bad-ratio",
                            0.9,
                            "--verbose"))
                    .flatMap(arguments -> arguments)
                    .toArray())
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed())
        .contains(" INFO ", "spark.hadoop.fs.s3a.secret.key=", ": published")
        .doesNotContain(S3Server.SECRET)
        .doesNotContain("a-key-of-the-test");
  }

  @Test
  void noErrorNamesACredential() {
    ChildJvm.Ended ended = run("s3a://a-user:a-password@" + S3Server.BUCKET + "/in", OUTPUT);
    assertThat(ended.code()).as(ended.printed()).isNotZero();
    assertThat(ended.printed()).doesNotContain("a-password").doesNotContain(S3Server.SECRET);
    ended = run(INPUT, "s3a://a-user:a-password@" + S3Server.BUCKET + "/out");
    assertThat(ended.code()).as(ended.printed()).isNotZero();
    assertThat(ended.printed()).doesNotContain("a-password").doesNotContain(S3Server.SECRET);
  }
}
