package dev.broadsheet.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Brings files of this machine onto the disk, where a power cut leaves them. */
final class DurableFiles {
  private DurableFiles() {}

  /**
   * Returns when a folder and all in it is there.
   *
   * @param root a folder above it that may be new too
   */
  static void force(Path folder, Path root) throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      // Several at once share a write of the file system's journal.
      Concurrently.map(entries.toList(), DurableFiles::forced);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    int highest = root.getNameCount() - 1;
    for (Path above = folder.getParent();
        above != null && above.getNameCount() >= highest;
        above = above.getParent()) {
      forceNames(above);
    }
  }

  private static Path forced(Path entry) {
    try {
      if (Files.isDirectory(entry)) {
        forceNames(entry);
      } else {
        try (var file = FileChannel.open(entry, StandardOpenOption.WRITE)) {
          file.force(true);
        }
      }
      return entry;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same for the names in a folder, but not for what they name. */
  static void forceNames(Path folder) throws IOException {
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folder; it has no such thing.
    }
  }
}
