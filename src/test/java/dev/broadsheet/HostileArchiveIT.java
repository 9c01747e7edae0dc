package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive that is made to fill the memory: the heap is the smallest that Spark takes, and what
 * is around each bomb is read.
 */
@Tag("heavy")
class HostileArchiveIT {
  private static final int EMPTY_FILES = 1_000_000;
  private static final int PIECE = 10 << 20;

  @TempDir Path folder;

  @Test
  void bombsAndEndlessLinesAreRejectedAndAllAroundThemIsRead() throws IOException {
    Files.createDirectory(folder.resolve("news"));
    bomb("lines.jsonl.gz", 1000, "{%s,%s}\n{%s,\"body\":\"", "\"}\n{%s,%s}\n");
    bomb("page.json.gz", 300, "[{%s,%s},{%s,\"body\":\"", "\"},{%s,%s}]");
    bomb("rows.csv.gz", 300, "title,body\nT,The river rose.\nT,\"", "\"\nT,The river fell.\n");
    bomb("text.txt.gz", 1000, "T\n20240101\n\n", "");
    zippedBomb();
    lineOfTwoGigabytes();
    for (int i = 0; i < EMPTY_FILES; i++) {
      Path many = folder.resolve("news/" + i / 1000);
      Files.createFile(Files.createDirectories(many).resolve(i + ".txt"));
    }

    ChildJvm.Ended ended =
        ChildJvm.java(
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                "-Xmx512m",
                "-Dspark.ui.enabled=false",
                "dev.broadsheet.Main",
                "run",
                "--input",
                folder.resolve("news"),
                "--output",
                folder.resolve("output"),
                "--max-bad-ratio",
                1,
                "--run-id",
                "hostile")
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    Manifest run =
        RunStore.at(folder.resolve("output").toString()).manifest("hostile").orElseThrow();
    // Before and behind each: in JSON lines, in a list, in a CSV file, in a zip, in lines of two
    // gigabytes.
    assertThat(run.tables())
        .filteredOn(table -> table.name().equals("articles"))
        .extracting(Manifest.TableEntry::rows)
        .as(ended.printed())
        .containsExactly(10L);
    assertThat(run.quarantine())
        .isEqualTo(Map.of("too_large", 6L, "empty_file", (long) EMPTY_FILES));
  }

  /** Ten megabytes, packed into ten kilobytes, so many times between a start and an end. */
  private void bomb(String name, int times, String start, String end) throws IOException {
    byte[] piece = Corpus.gzip("a".repeat(PIECE).getBytes(StandardCharsets.US_ASCII));
    try (OutputStream out = Files.newOutputStream(folder.resolve("news").resolve(name))) {
      out.write(Corpus.gzip(records(start)));
      for (int i = 0; i < times; i++) {
        out.write(piece);
      }
      out.write(Corpus.gzip(records(end)));
    }
  }

  /** A gigabyte in a megabyte of zip. */
  private void zippedBomb() throws IOException {
    byte[] piece = "a".repeat(PIECE).getBytes(StandardCharsets.US_ASCII);
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("news/bomb.zip")))) {
      zip.putNextEntry(new ZipEntry("lines.jsonl"));
      zip.write(records("{%s,%s}\n{%s,\"body\":\""));
      for (int i = 0; i < 100; i++) {
        zip.write(piece);
      }
      zip.write(records("\"}\n{%s,%s}\n"));
    }
  }

  private static byte[] records(String form) {
    return form.replaceFirst("%s,%s", "\"title\":\"T\",\"body\":\"The river rose.\"")
        .replace("%s", "\"title\":\"T\"")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Which takes no room on the disk: most of it was never written. */
  private void lineOfTwoGigabytes() throws IOException {
    Path line = folder.resolve("news/line.jsonl");
    try (var file = new RandomAccessFile(line.toFile(), "rw")) {
      file.write(records("{%s,%s}\n{%s,\"body\":\""));
      file.seek(2200L << 20);
      file.write(records("\"}\n{%s,%s}\n"));
    }
  }
}
