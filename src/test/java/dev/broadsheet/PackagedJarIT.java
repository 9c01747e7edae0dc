package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.runs.CheckedColumn;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a data engineer uses it. */
class PackagedJarIT {
  private static final String VERSION = System.getProperty("broadsheet.version");

  @Test
  void sparkSubmitRunsItOnAClusterOfTwoExecutorsWithTheTablesOfThisMachine(@TempDir Path here) {
    ChildJvm.Ended ended = SeedsRun.published().ended;
    assertThat(ended.code()).as(ended.printed()).isZero();
    RunStore store = RunStore.at(SeedsRun.published().output.toString());
    Manifest manifest = store.manifest(store.current().orElseThrow()).orElseThrow();
    assertThat(manifest.published()).isTrue();
    assertThat(manifest.topics()).hasSize(8);
    assertThat(manifest.versions().broadsheet()).isEqualTo(VERSION);
    assertThat(ended.printed())
        .contains("Run " + manifest.runId() + ": published")
        .doesNotContain(" INFO ");
    InThisJvm.succeeds("run", "--input", "seeds", "--output", here, "--topics", 8);
    RunStore there = RunStore.at(here.toString());
    assertThat(hashes(manifest))
        .hasSize(23)
        .isEqualTo(hashes(there.manifest(there.current().orElseThrow()).orElseThrow()));
  }

  /** Of all tables but that of topics, which has the id of the run. */
  private static Map<String, String> hashes(Manifest run) {
    return run.tables().stream()
        .filter(table -> !table.name().equals("topics"))
        .collect(Collectors.toMap(Manifest.TableEntry::name, Manifest.TableEntry::hash));
  }

  @Test
  void showNeedsTheJarOnly() {
    ChildJvm.Ended ended =
        ChildJvm.java("", "-jar", ChildJvm.jar(), "show", "--output", SeedsRun.published().output)
            .run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains(": published").contains("  topic  articles");
  }

  @Test
  void showPrintsJsonForPrograms() {
    ChildJvm.Ended ended =
        ChildJvm.java(
                "",
                "-jar",
                ChildJvm.jar(),
                "show",
                "--json",
                "--output",
                SeedsRun.published().output)
            .run();
    JsonNode run = JsonDocuments.shown(ended.printed().substring(ended.printed().indexOf('{')));
    assertThat(run.get("topics")).hasSize(8);
    assertThat(run.get("lineage").get("topics").findValuesAsText("status")).containsOnly("new");
    assertThat(run.get("counts").get("articles").intValue()).isEqualTo(164);
    assertThat(run.get("dataQualityAssertions").get("assertions").findValuesAsText("assertion"))
        .containsAll(CheckedColumn.byCheck().keySet());
  }

  @Test
  void prometheusReadsItsMetrics() {
    Path output = SeedsRun.published().output;
    String runId = RunStore.at(output.toString()).current().orElseThrow();
    String samples =
        Python.succeeds(
            "metrics.py", output.resolve("runs").resolve(runId).resolve("metrics.prom"));
    assertThat(samples.lines())
        .contains(
            "broadsheet_exit_code{} 0",
            "broadsheet_records{} 164",
            "broadsheet_articles{} 164",
            "broadsheet_topics{} 8",
            "broadsheet_checks_failed{level=error} 0",
            "broadsheet_run_info{run_id=%s,spark=4.1.0,version=%s}".formatted(runId, VERSION)
                + " 1")
        .anyMatch(line -> line.startsWith("broadsheet_stage_duration_seconds{stage=fit topics} "))
        .anyMatch(line -> line.startsWith("broadsheet_last_success_timestamp_seconds{} 1.7"));
    assertThat(Path.of(output + ".prom"))
        .hasSameTextualContentAs(output.resolve("runs").resolve(runId).resolve("metrics.prom"));
  }

  @Test
  void prometheusReadsTheMetricsOfRunsThatFail(@TempDir Path folder) {
    new Corpus(folder.resolve("news")).file("1.jsonl", "no JSON\nnor this\n");
    Path output = folder.resolve("output");
    try (var lock = RunStore.at(output.toString()).lock("other")) {
      lock.check();
      assertThat(failed(folder, 5, "--run-id", "one")).contains("broadsheet_exit_code{} 5");
    }
    assertThat(failed(folder, 2, "--topics", "many")).contains("broadsheet_exit_code{} 2");
    assertThat(failed(folder, 3, "--run-id", "two"))
        .contains("broadsheet_exit_code{} 3")
        .anyMatch(
            line -> line.startsWith("broadsheet_stage_duration_seconds{stage=list input files} "));
  }

  /** The samples of a run that ends with a code. */
  private static List<String> failed(Path folder, int code, Object... more) {
    Path metrics = folder.resolve(code + ".prom");
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "run",
                "--input",
                folder.resolve("news"),
                "--output",
                folder.resolve("output"),
                "--metrics-file",
                metrics));
    arguments.addAll(List.of(more));
    ChildJvm.Ended ended = InThisJvm.run(arguments.toArray());
    assertThat(ended.code()).as(ended.printed()).isEqualTo(code);
    return Python.succeeds("metrics.py", metrics).lines().toList();
  }

  @Test
  void itsTablesKeepTheContractAndAreViewsOfDuckDb() {
    String held = Python.succeeds("contract.py", SeedsRun.published().output, "output");
    assertThat(held)
        .containsPattern("tables, [0-9]+ columns, [0-9]+ required, [0-9]+ keys, [0-9]+ ranges,")
        .doesNotContainPattern("\\b0 ");
  }

  @Test
  void itsTablesGiveTheTwoFilesOfAmazonComprehend() {
    assertThat(
            Python.succeeds(
                "comprehend.py",
                "docs/moving-from-comprehend.md",
                "output/views.sql",
                SeedsRun.published().output))
        .endsWith(" documents, 8 topics\n");
  }

  @Test
  void everyExampleOfDeploymentHolds() {
    Path output = SeedsRun.published().output;
    String runId = RunStore.at(output.toString()).current().orElseThrow();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThat(
            Python.succeeds(
                "deploy.py",
                "src/deploy",
                ChildJvm.jar(),
                java,
                output,
                runId,
                output.resolve("runs").resolve(runId).resolve("metrics.prom")))
        .isEqualTo("all examples hold\n");
  }

  @Test
  void onJava24AndLaterItSaysWhichJavaToUse() {
    Path java = ChildJvm.jdk(feature -> feature >= 24);
    ChildJvm.Ended run =
        ChildJvm.program(
                java,
                "-cp",
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                "dev.broadsheet.Main",
                "run",
                "--input",
                "seeds")
            .run();
    assertThat(run.printed())
        .containsPattern(
            "Cannot run on Java [0-9]+: Hadoop 3\\.4\\.2, by which Spark reads files, fails there\\. Use Java 17 or 21, or a Spark with Hadoop 3\\.4\\.3 or later\\.\n");
    assertThat(run.code()).as(run.printed()).isEqualTo(2);
    ChildJvm.Ended show =
        ChildJvm.program(
                java, "-jar", ChildJvm.jar(), "show", "--output", SeedsRun.published().output)
            .run();
    assertThat(show.code()).as(show.printed()).isZero();
  }

  @Test
  void withoutSparkItSaysInOneLineHowToStartIt() {
    ChildJvm.Ended ended =
        ChildJvm.java("", "-jar", ChildJvm.jar(), "run", "--input", "seeds").run();
    assertThat(ended.printed().lines().filter(line -> !line.startsWith("WARNING:")))
        .containsExactly(
            "Cannot run: Apache Spark is not on the class path. Start it with: spark-submit"
                + " broadsheet.jar run …");
    assertThat(ended.code()).isEqualTo(2);
  }

  @Test
  void itHoldsOurClassesOnlyAndNoSpark() throws IOException {
    try (var jar = new JarFile(ChildJvm.jar().toFile())) {
      assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
          .filteredOn(name -> !name.startsWith("META-INF/"))
          .isNotEmpty()
          .allMatch(name -> name.startsWith("dev/broadsheet/"));
      assertThat(jar.getManifest().getMainAttributes().getValue("Main-Class"))
          .isEqualTo("dev.broadsheet.Main");
    }
  }
}
