package dev.broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The seeds, published once for all tests by the packaged jar on a cluster of two executors. */
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
      Path output = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "seeds");
      return new SeedsRun(
          output.toAbsolutePath(),
          ChildJvm.java(
                  ChildJvm.sparkClassPath(),
                  "org.apache.spark.deploy.SparkSubmit",
                  "--master",
                  "local-cluster[2,1,1024]",
                  "--conf",
                  "spark.ui.enabled=false",
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
              .withExecutors()
              .run());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
