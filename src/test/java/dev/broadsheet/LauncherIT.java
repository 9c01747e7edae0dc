package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bin/broadsheet}, in the repository and in a release. */
class LauncherIT {
  private static final Path LAUNCHER = Path.of("bin", "broadsheet").toAbsolutePath();

  @TempDir Path folder;

  @Test
  void inTheRepositoryItRunsWithTheJarsThatMavenBrought() throws IOException {
    Path input = Files.createDirectory(folder.resolve("my news"));
    new Corpus(input).article("1.txt", "Rain", "20220101", "https://a.example/1", "Rain fell.");
    Path link = Files.createSymbolicLink(folder.resolve("broadsheet"), LAUNCHER);
    ChildJvm.Ended ended =
        ChildJvm.program(link, "check", "--input", input)
            .with("BROADSHEET_MEMORY", "600m")
            .with("BROADSHEET_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
            .run();
    Files.delete(link);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed())
        .contains("The input is good. Nothing was written. Next:\n  " + link + " run --input '");
  }

  @Test
  void theOptimizingCompilerIsForLargeArchives() throws IOException {
    Path small = Files.writeString(folder.resolve("small.jsonl"), "{}");
    Path large = folder.resolve("large.jsonl");
    Files.write(large, new byte[41_000_000]);
    String quick = "-XX:TieredStopAtLevel=1";
    String inStops = "-XX:+UseParallelGC";
    assertThat(started("run", "--input", small)).contains(quick, inStops);
    assertThat(started("check", "--topics", "5", "--input=" + small)).contains(quick);
    String less = "-XX:Tier4InvocationThreshold=15000";
    assertThat(started("run", "--input", large))
        .contains(less, inStops, "-XX:InlineSmallCode=1200")
        .doesNotContain(quick);
    assertThat(started("run", "--input", small, "--input", large))
        .contains(less)
        .doesNotContain(quick);
    assertThat(started("run", "--input", "hdfs:///news")).doesNotContain(quick, less, inStops);
  }

  @Test
  void javaMapsTheClassesThatTheBuildLeft() throws IOException {
    Path archive = Path.of("target", "broadsheet.jsa").toAbsolutePath();
    String option = "-XX:SharedArchiveFile=" + archive;
    assertThat(started("run", "--input", "hdfs:///news")).contains(option);
    ChildJvm.Ended mapped =
        ChildJvm.program(LAUNCHER, "check", "--help")
            .with("BROADSHEET_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load")
            .run();
    assertThat(mapped.code()).as(mapped.printed()).isZero();
    assertThat(mapped.printed())
        .contains("dev.broadsheet.Main source: shared objects file (top)\n");
    FileTime built = Files.getLastModifiedTime(archive);
    Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
    try {
      assertThat(started("run", "--input", "hdfs:///news")).doesNotContain(option);
    } finally {
      Files.setLastModifiedTime(archive, built);
    }
  }

  /** How Java is started, with one that only says so. */
  private String started(Object... arguments) throws IOException {
    Path home = Files.createDirectories(folder.resolve("java/bin")).getParent();
    Path java = Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return ChildJvm.program(LAUNCHER, arguments).with("JAVA_HOME", home.toString()).run().printed();
  }

  /** Its class path is another than that of the tests, of the launcher and of the jar. */
  @Test
  void theReadmesFirstCommandFindsAllThatItNeeds() throws IOException {
    assertThat(Path.of("README.md")).content().contains("\nmvn -q compile exec:exec ");
    Corpus input = new Corpus(Files.createDirectory(folder.resolve("few")));
    for (int i = 1; i <= 6; i++) {
      input.article(
          i + ".txt",
          "Rain and snow " + i,
          "2022010" + i,
          "https://a.example/" + i,
          "It rained in the valley for %d days, and nobody was at the market.".formatted(i));
    }
    String arguments =
        "run --input %s --output %s".formatted(folder.resolve("few"), folder.resolve("out"));
    ChildJvm.Ended ended =
        ChildJvm.program(Path.of("mvn"), "-q", "compile", "exec:exec", "-Dargs=" + arguments).run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains(": published, ").contains("6 articles, 0 rejected");
  }

  @Test
  void aReleaseShowsARunWithoutSpark() throws IOException {
    Path launcher = released();
    ChildJvm.Ended ended =
        ChildJvm.program(launcher, "show", "--output", SeedsRun.published().output).run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains(": published").contains("  topic  articles");
    assertThat(launcher.getParent().resolveSibling("notebooks").resolve("open.sh")).isExecutable();
  }

  @Test
  void aReleaseRunsWithTheSparkOfSparkHome() throws IOException {
    Path launcher = released();
    Path submit = Files.createDirectories(folder.resolve("spark/bin")).resolve("spark-submit");
    Files.writeString(
        submit, "#!/bin/sh\necho $SPARK_DRIVER_MEMORY\nprintf '<%s>' \"$@\"\nexit 3\n");
    Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    ChildJvm.Ended ended =
        ChildJvm.program(launcher, "run", "--input", "my news")
            .with("SPARK_HOME", folder.resolve("spark").toString())
            .with("BROADSHEET_JAVA_OPTIONS", "-Da=1 -Db=2")
            .run();
    Path jar = launcher.getParent().resolveSibling("broadsheet.jar");
    assertThat(ended.printed())
        .isEqualTo(
            "3g\n<--driver-java-options><-Da=1 -Db=2><%s><run><--input><my news>\n"
                .formatted(jar.toRealPath()));
    assertThat(ended.code()).isEqualTo(3);
  }

  @Test
  void withoutSparkAReleaseSaysWhatToInstall() throws IOException {
    ChildJvm.Ended ended =
        ChildJvm.program(released(), "run", "--input", "x").with("PATH", "/usr/bin:/bin").run();
    assertThat(ended.printed())
        .isEqualTo(
            "Cannot run broadsheet run: there is no spark-submit. Set SPARK_HOME to an Apache Spark 4.1 with"
                + " Scala 2.13, or install one: pip install pyspark==4.1.0\n");
    assertThat(ended.code()).isEqualTo(2);
  }

  private Path released() throws IOException {
    Path release;
    try (Stream<Path> files = Files.list(ChildJvm.jar().getParent())) {
      release = files.filter(file -> file.toString().endsWith(".tar.gz")).findFirst().orElseThrow();
    }
    ChildJvm.Ended unpacked = ChildJvm.program(Path.of("tar"), "xzf", release, "-C", folder).run();
    assertThat(unpacked.code()).as(unpacked.printed()).isZero();
    String name = release.getFileName().toString().replace(".tar.gz", "");
    return folder.resolve(name).resolve(Path.of("bin", "broadsheet"));
  }
}
