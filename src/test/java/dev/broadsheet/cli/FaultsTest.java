package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.Corpus;
import dev.broadsheet.ReaderLoop;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.NightlyJob;
import dev.broadsheet.job.RunResult;
import dev.broadsheet.job.RunResult.Outcome;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.job.stages.StageListener;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong around a run, each with what the user is told, the exit code, and a next run that
 * succeeds unaided. What needs a process of its own is in {@code KilledRunIT}.
 */
@SparkTest
class FaultsTest {
  private static final Instant NIGHT = Instant.parse("2026-11-22T02:00:00Z");
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String NEXT = "2026-11-23T020000Z";
  private static final Consumer<String> NOTHING = stage -> {};

  @TempDir static Path shared;
  @TempDir Path folder;
  private Path output;

  /** How a run ended: its exit code, and what it says or was told. */
  private record Ended(ExitCode code, String told, RunResult result) {}

  @BeforeAll
  static void publishARun(SparkSession spark) {
    Corpus.ofFloodsAndBanks(shared.resolve("input"));
    assertThat(run(shared.resolve("input"), shared.resolve("output"), NIGHT, NOTHING).told())
        .isEmpty();
  }

  @BeforeEach
  void copyIt() throws IOException {
    output = folder.resolve("output");
    FileUtils.copyDirectory(shared.resolve("output").toFile(), output.toFile());
  }

  private Ended run(Instant start, Consumer<String> beforeStage, Object... more) {
    return run(shared.resolve("input"), output, start, beforeStage, more);
  }

  private static Ended run(
      Path input, Path output, Instant start, Consumer<String> beforeStage, Object... more) {
    Map<Option, List<String>> flags = new EnumMap<>(Option.class);
    flags.put(Option.INPUT, List.of(input.toString()));
    flags.put(Option.OUTPUT, List.of(output.toString()));
    flags.put(Option.TOPICS, List.of("2"));
    for (int i = 0; i < more.length; i += 2) {
      flags.put((Option) more[i], List.of(String.valueOf(more[i + 1])));
    }
    var listener =
        new StageListener() {
          @Override
          public void started(String stage) {
            beforeStage.accept(stage);
          }

          @Override
          public void progressed(int ended, int known) {}

          @Override
          public void read(long bytes, long all) {}

          @Override
          public void ended(String stage, double seconds, String detail) {}
        };
    try {
      RunResult result =
          new NightlyJob(
                  SparkTest.Session.session(),
                  JobConfig.of(flags, Map.of(), List.of()),
                  Clock.fixed(start, ZoneOffset.UTC),
                  listener)
              .run();
      assertThat(result.outcome()).isNotEqualTo(Outcome.FAILED_AUDIT);
      return new Ended(ExitCode.SUCCESS, "", result);
    } catch (Throwable e) {
      ExitCode.UserError told = ExitCode.userError(e).orElseThrow(() -> new AssertionError(e));
      return new Ended(told.code(), told.message(), null);
    }
  }

  private static Instant nextNight() {
    return NIGHT.plusSeconds(24 * 3600);
  }

  private Ended succeeds(Consumer<String> beforeStage, Object... more) {
    Ended ended = run(nextNight(), beforeStage, more);
    assertThat(ended.told()).isEmpty();
    return ended;
  }

  private static Consumer<String> before(String stage, Runnable fault) {
    return started -> {
      if (started.equals(stage)) {
        fault.run();
      }
    };
  }

  private List<String> runs() throws IOException {
    try (Stream<Path> runs = Files.list(output.resolve("runs"))) {
      return runs.map(run -> run.getFileName().toString()).sorted().toList();
    }
  }

  private static List<Check> lost(Ended ended) {
    return ended.result().manifest().checks().stream()
        .filter(check -> check.check().equals("earlier_run_readable"))
        .toList();
  }

  private static List<Integer> topicIds(Manifest manifest) {
    return manifest.topics().stream().map(Manifest.TopicEntry::topicId).sorted().toList();
  }

  @Test
  void aFullDiskIsSaidInOneLineAndTheNextRunFindsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
        "needs the right to mount a file system");
    try {
      FileUtils.copyDirectory(output.toFile(), disk.toFile());
      output = disk;
      long free = disk.toFile().getUsableSpace();
      try (var readers = ReaderLoop.of(output)) {
        assertThatTheDiskIsFull(disk, 64 << 10);
        succeeds(NOTHING);
        readers.awaitReading(NEXT);
      }
      long needed = free - disk.toFile().getUsableSpace();
      Files.writeString(disk.resolve("CURRENT"), FIRST + "\n");
      FileUtils.deleteDirectory(disk.resolve("runs").resolve(NEXT).toFile());
      try (var readers = ReaderLoop.of(output)) {
        // All tables find room, and what is written last does not.
        assertThatTheDiskIsFull(disk, needed - (8 << 10));
        succeeds(NOTHING);
        readers.awaitReading(NEXT);
      }
      assertThat(disk.toFile().list()).containsExactlyInAnyOrder("CURRENT", "runs", ".lock");
    } finally {
      succeeds("umount", disk.toString());
    }
  }

  private void assertThatTheDiskIsFull(Path disk, long free) throws IOException {
    Path filler = disk.resolve("filler");
    Files.write(filler, new byte[(int) (disk.toFile().getUsableSpace() - free)]);
    Ended full = run(nextNight(), NOTHING);
    assertThat(full.code()).isEqualTo(ExitCode.FAILURE);
    assertThat(full.told())
        .isEqualTo(
            "Cannot write: No space left on device. Free some space where --output is and where Spark keeps its temporary files (spark.local.dir), then run again.");
    assertThat(runs()).containsExactly(FIRST);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    Files.delete(filler);
  }

  private static boolean succeeds(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void aSourceFileThatVanishesOrChangesWhileItIsReadEndsTheRun() throws IOException {
    Path input = folder.resolve("input");
    FileUtils.copyDirectory(shared.resolve("input").toFile(), input.toFile());
    Path file = input.resolve("3.txt");
    byte[] text = Files.readAllBytes(file);
    Ended vanished = run(input, output, nextNight(), before("read articles", () -> delete(file)));
    assertThat(vanished.code()).isEqualTo(ExitCode.INPUT);
    assertThat(vanished.told())
        .isEqualTo(
            "Cannot trust the input: file:%s vanished while it was read. Run again when nothing writes to it."
                .formatted(file));

    Files.write(file, text);
    Ended changed =
        run(
            input,
            output,
            nextNight(),
            before(
                "read articles", () -> new Corpus(input).file("3.txt", "Bank\n\n\nAnother text.")));
    assertThat(changed.code()).isEqualTo(ExitCode.INPUT);
    assertThat(changed.told())
        .isEqualTo(
            "Cannot trust the input: file:%s changed while it was read. Run again when nothing writes to it."
                .formatted(file));
    assertThat(runs()).containsExactly(FIRST);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);

    Runnable another =
        () -> new Corpus(input).article("9.txt", "Late", "20220109", "", "Too late.");
    Ended next = run(input, output, nextNight(), before("read articles", another));
    assertThat(next.told()).isEmpty();
    assertThat(next.result().manifest().input().files()).isEqualTo(8);
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whereCurrentIsMissingEmptyOrPointsNowhereTheNextRunGoesOnFromTheLatest() throws IOException {
    Files.delete(output.resolve("CURRENT"));
    String noCurrent =
        "Cannot show a run: CURRENT in %s is missing or names none. Publish one with run, or say --run. There are: %s."
            .formatted(output, FIRST);
    assertThat(shown()).isEqualTo(noCurrent);
    // The repetition of a run that died between its manifest and CURRENT.
    Ended repeated = run(NIGHT, NOTHING);
    assertThat(repeated.result().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(run(NIGHT, NOTHING).result().outcome()).isEqualTo(Outcome.UNCHANGED);

    Files.writeString(output.resolve("CURRENT"), "");
    assertThat(shown()).isEqualTo(noCurrent);
    Files.writeString(output.resolve("CURRENT"), "gone\n");
    assertThat(shown())
        .isEqualTo(
            "Cannot show run gone: it has no manifest in %s. There are: %s."
                .formatted(output, FIRST));
    assertThat(lost(goesOn()))
        .extracting(Check::detail)
        .containsExactly("run gone: it is not whole; its topics go on from run " + FIRST);

    for (boolean there : new boolean[] {true, false}) {
      FileUtils.deleteDirectory(output.resolve("runs").resolve(NEXT).toFile());
      Files.writeString(output.resolve("CURRENT"), "");
      if (!there) {
        Files.delete(output.resolve("CURRENT"));
      }
      goesOn();
    }
  }

  /** The next night, whose topics are those of the first. */
  private Ended goesOn() {
    Ended next = succeeds(NOTHING);
    assertThat(next.result().manifest().previousRun()).isEqualTo(FIRST);
    assertThat(topicIds(next.result().manifest())).containsExactly(1, 2);
    assertThat(output.resolve("CURRENT")).hasContent(NEXT);
    return next;
  }

  private String shown() {
    var err = new java.io.ByteArrayOutputStream();
    var stream = new java.io.PrintStream(err);
    int code = new Cli(stream, stream).run("show", "--output", output.toString());
    assertThat(code).isEqualTo(2);
    return err.toString().strip();
  }

  @Test
  void aDamagedManifestAndAHalfDeletedFolderDoNotStopTheNextRun() throws IOException {
    FileUtils.deleteDirectory(output.resolve("runs").resolve(FIRST).resolve("topics").toFile());
    Ended again = run(NIGHT, NOTHING);
    assertThat(again.result().outcome()).isEqualTo(Outcome.PUBLISHED);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST + ".2");

    Files.writeString(output.resolve("runs").resolve(FIRST + ".2/manifest.json"), "{\"run_id\":");
    FileUtils.deleteDirectory(output.resolve("runs").resolve(FIRST).toFile());
    Ended next = succeeds(NOTHING);
    assertThat(lost(next))
        .extracting(Check::detail)
        .containsExactly("run %s.2: it is not whole; topics start afresh".formatted(FIRST));
    assertThat(next.result().manifest().previousRun()).isNull();
    assertThat(output.resolve("CURRENT")).hasContent(NEXT);
  }

  @Test
  void aClockThatWasSetBackIsSaidAndNothingIsPublishedUntilItIsRight() {
    Ended early = run(NIGHT.minusSeconds(3600), NOTHING);
    assertThat(early.code()).isEqualTo(ExitCode.USAGE);
    assertThat(early.told())
        .isEqualTo(
            "Cannot publish run 2026-11-22T010000Z: the current run 2026-11-22T020000Z is later. Set the clock right, or say --force to go back.");
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    succeeds(NOTHING);
    assertThat(output.resolve("CURRENT")).hasContent(NEXT);
  }

  @Test
  void ofTwoSchedulersWithOneRunIdOneRunsAndTheOtherIsSentAway() throws Exception {
    List<Ended> others = new ArrayList<>();
    try (var readers = ReaderLoop.of(output)) {
      readers.awaitReading(FIRST);
      // Another configuration: the current run is replaced under its own id.
      Ended one =
          succeeds(
              before(
                  "write tables",
                  () -> others.add(run(nextNight(), NOTHING, Option.RUN_ID, FIRST))),
              Option.RUN_ID,
              FIRST,
              Option.TOPICS,
              1);
      assertThat(one.result().outcome()).isEqualTo(Outcome.PUBLISHED);
      readers.awaitReading(FIRST + ".2");
    }
    assertThat(others)
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.code()).isEqualTo(ExitCode.LOCKED);
              assertThat(other.told())
                  .matches(
                      "Cannot start: run "
                          + FIRST
                          + ", process \\d+, since \\S+ holds the lock of \\S+\\. Wait for it to end, then run again\\.");
            });
    assertThat(run(nextNight(), NOTHING, Option.RUN_ID, FIRST, Option.TOPICS, 1).result().outcome())
        .isEqualTo(Outcome.UNCHANGED);
    assertThat(runs()).containsExactly(FIRST, FIRST + ".2");
  }
}
