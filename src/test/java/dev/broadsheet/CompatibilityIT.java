package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar with another Spark and another Java than it is built with. */
@Tag("heavy")
class CompatibilityIT {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static Map<String, String> here;

  @TempDir Path folder;

  @BeforeAll
  static void runHere(@TempDir Path folder) {
    InThisJvm.succeeds(night(folder));
    here = hashes(current(folder));
  }

  private static Object[] night(Path output) {
    return new Object[] {"run", "--input", "seeds", "--output", output, "--topics", 8};
  }

  @Test
  void onSpark40ItMakesTheSameTables() throws IOException {
    Manifest run = run(JAVA, classPath("spark-4.0"));
    assertThat(run.versions().spark()).isEqualTo("4.0.1");
    assertThat(hashes(run)).isEqualTo(here);
  }

  @Test
  void onJava21ItMakesTheSameTables() {
    Manifest run = run(ChildJvm.jdk(feature -> feature == 21), ChildJvm.sparkClassPath());
    assertThat(run.versions().java()).startsWith("21");
    assertThat(hashes(run)).isEqualTo(here);
  }

  /** With the Hadoop that Spark 4.1.0 brings it is refused: see {@code PackagedJarIT}. */
  @Test
  void onJava24AndLaterItMakesTheSameTablesWhereHadoopDoesNotFailThere() throws IOException {
    Path java = ChildJvm.jdk(feature -> feature >= 24);
    Manifest run =
        run(java, classPath("hadoop-3.4.3") + File.pathSeparator + ChildJvm.sparkClassPath());
    assertThat(run.versions().java()).matches("2[4-9].*");
    assertThat(hashes(run)).isEqualTo(here);
  }

  /** Of the dependencies of a project beside the tests. */
  private String classPath(String project) throws IOException {
    Path written = folder.resolve("class-path");
    ChildJvm.Ended resolved =
        ChildJvm.program(
                Path.of("mvn"),
                "-q",
                "-B",
                "-f",
                "src/test/" + project + "/pom.xml",
                "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath",
                "-Dmdep.outputFile=" + written)
            .run();
    assertThat(resolved.code()).as(resolved.printed()).isZero();
    return Files.readString(written).strip();
  }

  private Manifest run(Path java, String spark) {
    Object[] program =
        Stream.concat(Stream.of("dev.broadsheet.Main"), Stream.of(night(folder.resolve("output"))))
            .toArray();
    ChildJvm.Ended ended =
        ChildJvm.java(java, ChildJvm.jar() + File.pathSeparator + spark, program).run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    return current(folder.resolve("output"));
  }

  private static Manifest current(Path output) {
    RunStore store = RunStore.at(output.toString());
    return store.manifest(store.current().orElseThrow()).orElseThrow();
  }

  /** Of all tables but that of topics, which has the id of the run. */
  private static Map<String, String> hashes(Manifest run) {
    var hashes = new TreeMap<String, String>();
    run.tables().forEach(table -> hashes.put(table.name(), table.hash()));
    hashes.remove("topics");
    assertThat(hashes).hasSizeGreaterThan(20);
    return hashes;
  }
}
