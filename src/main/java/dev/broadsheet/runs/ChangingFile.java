package dev.broadsheet.runs;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathIOException;

/**
 * A small file that others write while it is read, as {@code CURRENT} and the lock are. S3A asks
 * for a file's state when it opens it, and fails if that is another when it reads.
 */
final class ChangingFile {
  private static final int ATTEMPTS = 10;

  private ChangingFile() {}

  /** What it says now; empty where it is not there. */
  static Optional<String> read(FileSystem fs, Path path) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try (var in = fs.open(path)) {
        return Optional.of(Storage.text(in));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      } catch (PathIOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
