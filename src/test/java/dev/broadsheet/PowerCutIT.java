package dev.broadsheet;

import static dev.broadsheet.EndedRuns.FIRST;
import static dev.broadsheet.EndedRuns.NEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk whose power is cut: what no program has forced onto it is gone. It is a file with an ext4
 * file system, which is told to shut down without writing its journal, as file systems are tested
 * against power cuts.
 */
@Tag("heavy")
class PowerCutIT {
  /** EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH. */
  private static final String CUT =
      "import fcntl, os, struct, sys; "
          + "fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack('I', 2))";

  @TempDir Path folder;
  private Path image;
  private Path disk;

  @BeforeEach
  void mountADisk() throws IOException {
    disk = Files.createDirectory(folder.resolve("disk"));
    image = folder.resolve("image");
    try (var channel =
        Files.newByteChannel(Files.createFile(image), java.nio.file.StandardOpenOption.WRITE)) {
      channel.position((64 << 20) - 1).write(java.nio.ByteBuffer.allocate(1));
    }
    assumeTrue(
        succeeds("mkfs.ext4", "-q", "-F", image) && succeeds("mount", "-o", "loop", image, disk),
        "needs the right to mount a file system");
  }

  @AfterEach
  void unmount() {
    succeeds("umount", disk);
  }

  private static boolean succeeds(String program, Object... arguments) {
    ChildJvm.Ended ended = ChildJvm.program(Path.of(program), arguments).run();
    System.out.print(ended.printed());
    return ended.code() == 0;
  }

  private void cutThePower() {
    assertThat(succeeds("python3", "-c", CUT, disk)).isTrue();
    assertThat(succeeds("umount", disk)).isTrue();
    assertThat(succeeds("mount", "-o", "loop", image, disk)).isTrue();
  }

  @Test
  void aRunThatWasPublishedSurvivesItWhole() throws Exception {
    Path output = disk.resolve("output");
    UglyCorpus.write(folder.resolve("news"));
    run(output, FIRST);
    Files.writeString(disk.resolve("forgotten"), "Nobody forced this file.");
    cutThePower();
    assertThat(disk.resolve("forgotten")).doesNotExist();
    reads(output, FIRST);

    run(output, NEXT);
    cutThePower();
    reads(output, NEXT);
  }

  private void run(Path output, String runId) {
    InThisJvm.succeeds(
        "run",
        "--input",
        folder.resolve("news"),
        "--output",
        output,
        "--max-bad-ratio",
        0.9,
        "--run-id",
        runId);
  }

  private static void reads(Path output, String runId) throws InterruptedException {
    assertThat(output.resolve("CURRENT")).hasContent(runId);
    try (var readers = ReaderLoop.of(output)) {
      readers.awaitReading(runId);
    }
    ChildJvm.Ended shown = InThisJvm.run("show", "--output", output);
    assertThat(shown.code()).as(shown.printed()).isZero();
  }
}
