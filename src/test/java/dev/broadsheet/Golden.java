package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that say what comes out. {@code -Dgolden.update=true} writes them anew, to be read before
 * they are committed.
 */
public final class Golden {
  private Golden() {}

  /** Fails unless the file holds just this text. */
  public static void check(Path file, String actual) {
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, actual);
      }
      assertThat(actual)
          .as("%s; -Dgolden.update=true writes it anew", file)
          .isEqualTo(Files.exists(file) ? Files.readString(file) : "(no such file)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
