package dev.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The seeds, published once for all tests: by the packaged jar, in client mode on a standalone
 * cluster of a master and two workers.
 */
final class SeedsRun {
  private static SeedsRun published;

  final Path output;
  final ChildJvm.Ended ended;

  private SeedsRun(Path output, ChildJvm.Ended ended) {
    this.output = output;
    this.ended = ended;
  }

  static synchronized SeedsRun published() {
    if (published == null) {
      published = submit();
    }
    return published;
  }

  private static SeedsRun submit() {
    try {
      Path output =
          Files.createTempDirectory(Files.createDirectories(Path.of("target")), "seeds")
              .toAbsolutePath();
      try (var cluster =
          new StandaloneCluster(output.resolveSibling(output.getFileName() + "-cluster"), 2)) {
        ChildJvm.Ended ended =
            cluster
                .submit(
                    "client",
                    "--conf",
                    "spark.sql.adaptive.enabled=false",
                    "--conf",
                    "spark.sql.shuffle.partitions=2",
                    ChildJvm.jar(),
                    "run",
                    "--input",
                    "seeds",
                    "--output",
                    output,
                    "--topics",
                    "8",
                    "--metrics-file",
                    output + ".prom")
                .run();
        return new SeedsRun(output, ended);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
