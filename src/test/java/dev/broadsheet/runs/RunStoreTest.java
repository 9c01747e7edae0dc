package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.metrics2.impl.MetricsCollectorImpl;
import org.apache.hadoop.metrics2.lib.DefaultMetricsSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything here holds on this machine's files and on a real HDFS. */
class RunStoreTest {
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String SECOND = "2026-11-23T020000Z";
  private static final String THIRD = "2026-11-24T020000Z";

  @TempDir static java.nio.file.Path folder;
  private static MiniDFSCluster hdfs;
  private static int stores;

  @BeforeAll
  static void startHdfs() throws IOException {
    var configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(1).build();
  }

  @AfterAll
  static void stopHdfs() {
    hdfs.shutdown();
  }

  static List<String> outputs() {
    stores++;
    URI name = hdfs.getURI();
    return List.of(folder.resolve("output" + stores).toString(), name + "/output" + stores);
  }

  static Manifest manifest(String runId, Manifest.Status status) {
    return manifest(runId, status, "2026-11-23T03:00:00Z", 2);
  }

  private static Manifest manifest(
      String runId, Manifest.Status status, String ended, int nextTopicId) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        runId,
        status,
        runId.replaceFirst("(..)(..)Z", ":$1:$2Z"),
        ended,
        new Manifest.Versions("1", "4", "17"),
        Map.of("topics", new Manifest.Setting("auto", "default")),
        new Manifest.Input(List.of("seeds"), "f", 1, 0, 10, 3, 0, Map.of(), Map.of()),
        "day",
        List.of(
            new Manifest.TableEntry(
                "terms", 1, 2, "ff", List.of(new Manifest.Column("term", "string")))),
        List.of(Check.of("rows_unique", Check.Level.ERROR, 0, 0, "fine")),
        List.of(new Manifest.Stage("audit", 1.5, 9)),
        Map.of("bad_date", 1L),
        List.of(new Manifest.TopicEntry(1, "rain, river", 2, 0.5)),
        nextTopicId,
        null,
        List.of(new Manifest.TopicLink(1, null, "new")));
  }

  private static RunStore publish(String output, String runId) {
    RunStore store = RunStore.at(output);
    try (RunLock lock = store.lock(runId)) {
      store.begin(runId, lock).publish(manifest(runId, Manifest.Status.PUBLISHED), lock);
    }
    return store;
  }

  private static void fail(RunStore store, String runId) {
    try (RunLock lock = store.lock(runId)) {
      fail(store, lock, runId);
    }
  }

  private static void fail(RunStore store, RunLock lock, String runId) {
    store.begin(runId, lock).keep(manifest(runId, Manifest.Status.FAILED_AUDIT));
  }

  @Test
  void onHdfsManifestAndCurrentAreOnTheDisksOfDataNodes() {
    long before = forced();
    publish(hdfs.getURI() + "/forced", FIRST);
    // The lock, the metrics, the manifest, CURRENT.
    assertThat(forced() - before).isEqualTo(4);
  }

  /** How often the DataNode forced what it had received onto its disk. */
  private static long forced() {
    String name = hdfs.getDataNodes().get(0).getMetrics().name();
    var collector = new MetricsCollectorImpl();
    DefaultMetricsSystem.instance().getSource(name).getMetrics(collector, true);
    return StreamSupport.stream(collector.getRecords().get(0).metrics().spliterator(), false)
        .filter(metric -> metric.name().equals("FsyncCount"))
        .mapToLong(metric -> metric.value().longValue())
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aRunIsSeenOnceItIsPublished(String output) {
    RunStore store = RunStore.at(output);
    assertThat(store.current()).isEmpty();
    try (RunLock lock = store.lock(FIRST)) {
      RunFolder run = store.begin(FIRST, lock);
      assertThat(store.current()).isEmpty();
      run.publish(manifest(FIRST, Manifest.Status.PUBLISHED), lock);
    }
    assertThat(store.current()).contains(FIRST);
    assertThat(store.manifest(FIRST)).contains(manifest(FIRST, Manifest.Status.PUBLISHED));
    publish(output, SECOND);
    assertThat(store.current()).contains(SECOND);
    assertThat(store.runIds()).containsExactly(FIRST, SECOND);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void whoReadsWhileRunsArePublishedAlwaysFindsAWholeOne(String output) {
    NightsInARow.areSeenWhole(output, manifest(FIRST, Manifest.Status.PUBLISHED), 8);
  }

  @Test
  void whoIsTakenOverAfterHisLastLookAtTheLockCannotPublishAndHindersNobody() throws IOException {
    String output = hdfs.getURI() + "/taken";
    FileSystem fs = hdfs.getFileSystem();
    RunStore store = RunStore.at(output);
    RunLock silent = store.lock(FIRST);
    RunFolder silentFolder = store.begin(FIRST, silent);
    Storage.of(output).write("runs/" + FIRST + "/terms/part.parquet", "x");
    silent.check();
    FileStatus room = fs.listStatus(new Path(output + "/.lock"))[0];
    long now = fs.getFileStatus(new Path(room.getPath(), "holder")).getModificationTime();
    fs.setTimes(new Path(room.getPath(), "holder"), now - RoomLock.DEAD.toMillis() + 60_000, -1);
    assertThatThrownBy(() -> store.lock(FIRST)).isInstanceOf(RunException.Locked.class);
    fs.setTimes(new Path(room.getPath(), "holder"), now - RoomLock.DEAD.toMillis() - 60_000, -1);

    try (RunLock next = store.lock(FIRST)) {
      RunFolder nextFolder = store.begin(FIRST, next);
      assertThat(nextFolder.path("")).contains("/runs/" + FIRST + ".2");
      assertThatExceptionOfType(RunException.Locked.class)
          .isThrownBy(
              () -> silentFolder.publish(manifest(FIRST, Manifest.Status.PUBLISHED), silent))
          .withMessage(
              "Cannot publish: this run was silent for so long that run %s took over its lock. Run it again when that has ended.",
              FIRST);
      assertThatThrownBy(silent::check).isInstanceOf(RunException.Locked.class);
      assertThat(store.current()).isEmpty();
      assertThat(store.runIds()).isEmpty();
      silent.close();
      nextFolder.publish(other(FIRST, "05"), next);
      assertThatThrownBy(() -> store.lock(SECOND))
          .isInstanceOf(RunException.Locked.class)
          .hasMessageContaining("run " + FIRST + ", process ");
    }
    assertThat(store.manifest(FIRST)).contains(other(FIRST, "05"));
    assertThat(fs.listStatus(new Path(output)))
        .extracting(status -> status.getPath().getName())
        .containsExactly("CURRENT", "runs");
  }

  @Test
  void aLockWhoseTakerDiedWhileHeTookItOverIsNobodys() throws IOException {
    String output = hdfs.getURI() + "/empty";
    hdfs.getFileSystem().mkdirs(new Path(output, ".lock"));
    RunStore.at(output).lock(FIRST).close();
    assertThat(hdfs.getFileSystem().listStatus(new Path(output))).isEmpty();
  }

  @Test
  void whoseLockFileWasDeletedDoesNotPublish() throws IOException {
    java.nio.file.Path output = folder.resolve("deleted");
    RunStore store = RunStore.at(output.toString());
    RunLock first = store.lock(FIRST);
    RunFolder run = store.begin(FIRST, first);
    Files.delete(output.resolve(".lock"));
    RunLock second = store.lock(SECOND);
    assertThatThrownBy(() -> run.publish(manifest(FIRST, Manifest.Status.PUBLISHED), first))
        .isInstanceOf(RunException.Locked.class)
        .hasMessageContaining("run " + SECOND + " took over its lock");
    assertThat(store.current()).isEmpty();
    first.close();
    second.close();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aRunThatFailedItsAuditIsKeptAndNotSeen(String output) {
    RunStore store = publish(output, FIRST);
    fail(store, SECOND);
    assertThat(store.current()).contains(FIRST);
    assertThat(store.manifest(SECOND).orElseThrow().published()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theFilesOfATableAreItsParquetFilesWithTheirBytes(String output) throws IOException {
    RunStore store = RunStore.at(output);
    RunFolder run;
    try (RunLock lock = store.lock(FIRST)) {
      run = store.begin(FIRST, lock);
    }
    assertThat(run.files("terms")).isEmpty();
    Storage storage = Storage.of(output);
    String folder = "runs/" + FIRST + "/terms/";
    storage.write(folder + "part-1.parquet", "four");
    storage.write(folder + "part-0.parquet", "twelve bytes");
    storage.write(folder + ".part-0.parquet", "hidden");
    storage.write(folder + "notes.txt", "no table");
    assertThat(run.files("terms"))
        .containsExactly(Map.entry("part-0.parquet", 12L), Map.entry("part-1.parquet", 4L));
  }

  @Test
  void anEarlierManifestWithoutAPeriodAndWithLevelsInUpperCaseIsRead() {
    Manifest manifest = manifest(FIRST, Manifest.Status.PUBLISHED);
    String earlier =
        manifest
            .toJson()
            .replaceFirst("\"period\" : \"day\",", "")
            .replaceFirst("\"level\" : \"error\"", "\"level\" : \"ERROR\"");
    assertThat(earlier).doesNotContain("period").contains("ERROR").doesNotContain("\"error\"");
    Manifest read = Manifest.fromJson(earlier);
    assertThat(read.checks()).isEqualTo(manifest.checks());
    assertThat(read.period()).isNull();
  }

  private static Manifest other(String runId, String ended) {
    return manifest(runId, Manifest.Status.PUBLISHED, "2026-11-23T%s:00:00Z".formatted(ended), 3);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aRunThatIsReplacedStaysWhereReadersOfItAreUntilTheNextIsPublished(String output)
      throws IOException {
    Storage storage = Storage.of(output);
    RunStore store = publish(output, FIRST);
    replace(store, "05", "/runs/" + FIRST + ".2");
    assertThat(storage.read("CURRENT")).contains(FIRST + ".2\n");
    assertThat(store.current()).contains(FIRST);
    assertThat(store.manifest(FIRST)).contains(other(FIRST, "05"));
    assertThat(store.runIds()).containsExactly(FIRST, FIRST + ".2");
    assertThat(storage.read("runs/" + FIRST + "/manifest.json"))
        .contains(manifest(FIRST, Manifest.Status.PUBLISHED).toJson());
    replace(store, "06", "/runs/" + FIRST + ".3");
    assertThat(store.runIds()).containsExactly(FIRST + ".2", FIRST + ".3");
    publish(output, SECOND);
    try (RunLock lock = store.lock(SECOND)) {
      fail(store, lock, SECOND);
      assertThat(store.manifest(SECOND).orElseThrow().published()).isTrue();
      store.begin(THIRD, lock).publish(manifest(THIRD, Manifest.Status.PUBLISHED), lock);
    }
    assertThat(Retention.prune(store, 9, Optional.empty())).containsExactly(FIRST + ".2");
    assertThat(store.runIds()).containsExactly(FIRST + ".3", SECOND, SECOND + ".2", THIRD);
  }

  private static void replace(RunStore store, String ended, String folder) {
    try (RunLock lock = store.lock(FIRST)) {
      RunFolder again = store.begin(FIRST, lock);
      assertThat(again.path("")).contains(folder);
      assertThat(store.manifest(FIRST)).isPresent();
      again.publish(other(FIRST, ended), lock);
      again.deleteUnwanted(OptionalInt.empty());
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void whatDeadRunsLeftIsDeletedByTheNextOneButNeverWhatCurrentNames(String output)
      throws IOException {
    RunStore store = publish(output, FIRST);
    Storage storage = Storage.of(output);
    storage.write("runs/dead/terms/part.parquet", "x");
    storage.write("runs/" + SECOND + "/terms/part.parquet", "x");
    storage.write("runs/" + SECOND + ".2/manifest.json", "no manifest");
    storage.write("runs/other/manifest.json", "no manifest");
    storage.delete("runs/" + FIRST + "/manifest.json");
    storage.write("runs/" + FIRST + "/terms/part.parquet", "x");
    publish(output, SECOND);
    assertThat(store.runIds()).containsExactly(FIRST, SECOND, "other");
    assertThatThrownBy(() -> store.manifest("other"))
        .isInstanceOf(RunException.Refused.class)
        .hasMessageMatching(
            "Cannot read \\S+/runs/other/manifest.json: it is no manifest \\(Unrecognized token 'no'.*\\)\\."
                + " Run it again with --run-id other, or look at another run\\.");
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void whateverAManifestIsDamagedToHindersNoNextRun(String output) throws IOException {
    RunStore store = publish(output, FIRST);
    Storage.of(output).write("runs/parts/manifest.json", "{}");
    write(output, "runs/bytes/manifest.json", new byte[] {'{', '"', (byte) 0xFF, (byte) 0xFE});
    // Zeros, as file systems leave them, of more bytes than a text may have.
    write(output, "runs/huge/manifest.json", new byte[Storage.LONGEST + 1]);
    publish(output, SECOND);
    assertThat(store.runIds()).containsExactly(FIRST, SECOND, "bytes", "huge", "parts");
    assertThat(store.finished()).extracting(Manifest::runId).containsExactly(SECOND, FIRST);
    assertThat(Storage.of(output).read("runs/huge/manifest.json").orElseThrow())
        .hasSize(Storage.LONGEST);
    for (String damaged : List.of("bytes", "huge", "parts")) {
      assertThatThrownBy(() -> store.manifest(damaged))
          .isInstanceOf(RunException.Refused.class)
          .hasMessageContaining("it is no manifest (");
    }
    write(output, "CURRENT", new byte[] {(byte) 0xFF, (byte) 0xFE, '\n'});
    assertThat(store.current()).isEmpty();
    publish(output, THIRD);
    assertThat(store.current()).contains(THIRD);
  }

  private static void write(String output, String file, byte[] bytes) throws IOException {
    var path = new Path(output, file);
    try (var out = path.getFileSystem(new Configuration()).create(path)) {
      out.write(bytes);
    }
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aCurrentThatSaysNothingIsNone(String output) throws IOException {
    RunStore store = publish(output, FIRST);
    for (String content : List.of("", "\n", "../secrets\n", "\u0000\u0000")) {
      Storage.of(output).write("CURRENT", content);
      assertThat(store.current()).isEmpty();
    }
    Storage.of(output).write("CURRENT", "gone\n");
    assertThat(store.current()).contains("gone");
    assertThat(store.manifest("gone")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theCurrentRunIsNotReplacedByAnOlderOne(String output) {
    RunStore store = publish(output, SECOND);
    assertThatThrownBy(() -> store.refuseOlderThanCurrent(FIRST))
        .isInstanceOf(RunException.Refused.class)
        .hasMessage(
            "Cannot publish run 2026-11-22T020000Z: the current run 2026-11-23T020000Z is later."
                + " Set the clock right, or say --force to go back.");
    store.refuseOlderThanCurrent(SECOND);
    store.refuseOlderThanCurrent("a-name");
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void ofManyWhoWantTheLockOneGetsIt(String output) throws Exception {
    var start = new CountDownLatch(1);
    var pool = Executors.newFixedThreadPool(8);
    List<Future<Optional<RunLock>>> attempts =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    pool.submit(
                        () -> {
                          start.await();
                          try {
                            return Optional.of(RunStore.at(output).lock("run" + i));
                          } catch (RunException.Locked e) {
                            return Optional.<RunLock>empty();
                          }
                        }))
            .toList();
    start.countDown();
    List<RunLock> winners = new ArrayList<>();
    for (var attempt : attempts) {
      attempt.get().ifPresent(winners::add);
    }
    assertThat(winners).hasSize(1);
    assertThatThrownBy(() -> RunStore.at(output).lock("late"))
        .isInstanceOf(RunException.Locked.class)
        .hasMessageMatching(
            "Cannot start: run run\\d, process \\d+, since \\S+Z holds the lock of \\S+\\. Wait for it"
                + " to end, then run again\\.");
    winners.get(0).close();
    pool.shutdown();
    RunStore.at(output).lock(THIRD).close();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void pruneKeepsTheLatestTheCurrentAndTheOneInProgress(String output) throws IOException {
    RunStore store = publish(output, "2026-11-20T020000Z");
    publish(output, "2026-11-21T020000Z");
    publish(output, FIRST);
    publish(output, SECOND);
    String oldFailure = "2026-11-19T020000Z";
    String newFailure = "2026-11-22T120000Z";
    fail(store, oldFailure);
    fail(store, newFailure);
    Storage.of(output).write("runs/dead/terms/part.parquet", "x");
    Storage.of(output).write("runs/alive/terms/part.parquet", "x");
    Storage.of(output).write("CURRENT", "2026-11-20T020000Z\n");
    assertThat(Retention.prune(store, 2, Optional.of("alive")))
        .containsExactlyInAnyOrder(oldFailure, "2026-11-21T020000Z");
    assertThat(store.runIds())
        .containsExactly("2026-11-20T020000Z", FIRST, newFailure, SECOND, "alive", "dead");
    assertThat(Retention.prune(store, 2, Optional.empty())).containsExactly("alive", "dead");
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aCopyOfARunIsNotTakenForOneThatWasReplaced(String output) throws IOException {
    RunStore store = publish(output, FIRST);
    String json = manifest(FIRST, Manifest.Status.PUBLISHED).toJson();
    Storage.of(output).write("runs/backup/manifest.json", json);
    replace(store, "05", "/runs/" + FIRST + ".2");
    publish(output, SECOND);
    assertThat(Retention.prune(store, 9, Optional.empty())).containsExactly(FIRST);
    assertThat(store.runIds()).containsExactly(FIRST + ".2", SECOND, "backup");
    assertThat(Retention.prune(store, 1, Optional.empty()))
        .containsExactlyInAnyOrder(FIRST + ".2", "backup");
  }

  /** Between the manifest of a run that replaces the current one and the move of CURRENT to it. */
  @ParameterizedTest
  @MethodSource("outputs")
  void pruneLeavesWhatCurrentIsAboutToMoveTo(String output) throws IOException {
    RunStore store = publish(output, FIRST);
    Storage.of(output).write("runs/" + FIRST + ".2/manifest.json", other(FIRST, "05").toJson());
    assertThat(Retention.prune(store, 1, Optional.of(FIRST))).isEmpty();
    assertThat(store.runIds()).containsExactly(FIRST, FIRST + ".2");
  }
}
