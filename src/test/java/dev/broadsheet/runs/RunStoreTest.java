package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
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

  @TempDir static Path folder;
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
    return manifest(runId, status, 2);
  }

  private static Manifest manifest(String runId, Manifest.Status status, int nextTopicId) {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        runId,
        status,
        runId.replaceFirst("(..)(..)Z", ":$1:$2Z"),
        "2026-11-23T03:00:00Z",
        new Manifest.Versions("1", "4", "17"),
        Map.of("topics", new Manifest.Setting("auto", "default")),
        new Manifest.Input(List.of("seeds"), "f", 1, 0, 10, 3, 0, Map.of()),
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
    store.begin(runId).publish(manifest(runId, Manifest.Status.PUBLISHED));
    return store;
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aRunIsSeenOnceItIsPublished(String output) {
    RunStore store = RunStore.at(output);
    assertThat(store.current()).isEmpty();
    RunFolder run = store.begin(FIRST);
    assertThat(store.current()).isEmpty();
    run.publish(manifest(FIRST, Manifest.Status.PUBLISHED));
    assertThat(store.current()).contains(FIRST);
    assertThat(store.manifest(FIRST)).contains(manifest(FIRST, Manifest.Status.PUBLISHED));
    publish(output, SECOND);
    assertThat(store.current()).contains(SECOND);
    assertThat(store.runIds()).containsExactly(FIRST, SECOND);
  }

  @Test
  void aLockThatAnotherTookOverIsNeitherUsedNorDeleted() throws IOException {
    String output = hdfs.getURI() + "/taken";
    RunLock lock = RunStore.at(output).lock(FIRST);
    lock.check();
    Storage storage = Storage.of(output);
    storage.write(".lock", "run " + SECOND + ", process 1, since now\nanother");
    assertThatExceptionOfType(RunException.Locked.class)
        .isThrownBy(lock::check)
        .withMessageContaining("run " + SECOND + " took over its lock");
    lock.close();
    assertThat(RunStore.at(output).runInProgress()).contains(SECOND);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aRunThatFailedItsAuditIsKeptAndNotSeen(String output) {
    RunStore store = publish(output, FIRST);
    store.begin(SECOND).keep(manifest(SECOND, Manifest.Status.FAILED_AUDIT));
    assertThat(store.current()).contains(FIRST);
    assertThat(store.manifest(SECOND).orElseThrow().published()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theFilesOfATableAreItsParquetFilesWithTheirBytes(String output) throws IOException {
    RunFolder run = RunStore.at(output).begin(FIRST);
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

  @ParameterizedTest
  @MethodSource("outputs")
  void theCurrentRunCanBeReplacedAndStaysWhileThatGoesOn(String output) {
    RunStore store = publish(output, FIRST);
    RunFolder again = store.begin(FIRST);
    assertThat(again.path("terms")).contains(".new-" + FIRST);
    assertThat(store.manifest(FIRST)).isPresent();
    Manifest other = manifest(FIRST, Manifest.Status.PUBLISHED, 3);
    again.publish(other);
    assertThat(store.manifest(FIRST)).contains(other);
    assertThat(store.runIds()).containsExactly(FIRST);
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void aReplacementThatWasKilledHalfWayIsUndone(String output) throws IOException {
    RunStore store = publish(output, FIRST);
    store.begin(FIRST);
    Storage.of(output).rename("runs/" + FIRST, "runs/.old-" + FIRST);
    assertThat(store.manifest(FIRST)).isEmpty();
    store.begin(SECOND);
    assertThat(store.manifest(FIRST)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("outputs")
  void theCurrentRunIsNotReplacedByAnOlderOne(String output) {
    RunStore store = publish(output, SECOND);
    assertThatThrownBy(() -> store.refuseOlderThanCurrent(FIRST))
        .isInstanceOf(RunException.Refused.class)
        .hasMessage(
            "Cannot publish run 2026-11-22T020000Z: the current run 2026-11-23T020000Z is later."
                + " Say --force to go back.");
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
    RunStore.at(output).lock("next").close();
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
    store.begin(oldFailure).keep(manifest(oldFailure, Manifest.Status.FAILED_AUDIT));
    store.begin(newFailure).keep(manifest(newFailure, Manifest.Status.FAILED_AUDIT));
    Storage.of(output).write("runs/dead/terms/part.parquet", "x");
    Storage.of(output).write("runs/alive/terms/part.parquet", "x");
    Storage.of(output).write("CURRENT", "2026-11-20T020000Z\n");
    assertThat(Retention.prune(store, 2, Optional.of("alive")))
        .containsExactlyInAnyOrder(oldFailure, "2026-11-21T020000Z", "dead");
    assertThat(store.runIds())
        .containsExactly("2026-11-20T020000Z", FIRST, newFailure, SECOND, "alive");
  }
}
