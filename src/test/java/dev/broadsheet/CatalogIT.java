package dev.broadsheet;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Published runs in Iceberg's Hadoop catalog and in a folder of Delta tables. */
@SparkTest
@Tag("heavy")
@ResourceLock("session")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CatalogIT {
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String SECOND = "2026-11-23T020000Z";

  @TempDir static Path folder;
  private Path lake;
  private SparkSession spark;

  @BeforeAll
  void startSparkWithBothCatalogs() {
    lake = folder.resolve("lake");
    UglyCorpus.write(folder.resolve("news"));
    spark =
        SparkTest.Session.restart(
            2,
            2,
            Map.of(
                "spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension",
                "spark.sql.catalog.spark_catalog",
                    "org.apache.spark.sql.delta.catalog.DeltaCatalog",
                // Or each look at one of 24 tables is a job of fifty tasks.
                "spark.databricks.delta.snapshotPartitions", "1",
                "spark.sql.catalog.lake", "org.apache.iceberg.spark.SparkCatalog",
                "spark.sql.catalog.lake.type", "hadoop",
                "spark.sql.catalog.lake.warehouse", lake.toString(),
                "spark.extraListeners", "io.openlineage.spark.agent.OpenLineageSparkListener",
                "spark.openlineage.transport.type", "file",
                "spark.openlineage.transport.location", folder.resolve("events.jsonl").toString(),
                "spark.sql.catalog.mistyped", "org.example.NoCatalog"));
  }

  @AfterAll
  void startSparkWithoutThem() {
    SparkTest.Session.restart(2, 2);
  }

  private static ChildJvm.Ended run(String runId, String publishTo) {
    return InThisJvm.run(
        "run",
        "--input",
        folder.resolve("news"),
        "--output",
        folder.resolve("output"),
        "--max-bad-ratio",
        0.9,
        "--run-id",
        runId,
        "--publish-to",
        publishTo,
        "--metrics-file",
        folder.resolve("broadsheet.prom"));
  }

  /** Of the run, not of the tables beside it, which are published whatever the catalog does. */
  private static void assertThatMetricsSay(int exitCode) {
    assertThat(folder.resolve("broadsheet.prom"))
        .content()
        .contains("\nbroadsheet_exit_code %d\n".formatted(exitCode))
        .contains("\nbroadsheet_articles ");
    assertThat(folder.resolve("output/runs").resolve(SECOND).resolve("metrics.prom"))
        .content()
        .contains("\nbroadsheet_exit_code 0\n");
  }

  /** All rows of a run's tables, in Parquet and in the catalog. */
  private void assertThatAllIsIn(String schema, String runId) {
    RunStore store = RunStore.at(folder.resolve("output").toString());
    for (Manifest.TableEntry table : store.manifest(runId).orElseThrow().tables()) {
      Dataset<Row> published = spark.read().parquet(store.path(runId) + "/" + table.name());
      Dataset<Row> found =
          spark
              .table(schema.formatted(table.name()))
              .where(col("run_id").equalTo(runId))
              .drop("run_id");
      assertThat(found.columns()).containsExactly(published.columns());
      assertThat(rows(found))
          .as(table.name())
          .hasSize((int) table.rows())
          .isEqualTo(rows(published));
    }
    assertThat(runs(schema)).contains(runId);
  }

  private List<String> runs(String schema) {
    return spark.table(schema.formatted("runs")).select("run_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static List<String> rows(Dataset<Row> table) {
    Column[] columns = Arrays.stream(table.columns()).map(table::col).toArray(Column[]::new);
    return table.select(columns).collectAsList().stream().map(Row::toString).sorted().toList();
  }

  @Test
  @Order(1)
  void aRunIsInIcebergWithAllRowsOfAllTables() {
    ChildJvm.Ended ended = run(FIRST, "lake.news");
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThat(ended.printed()).contains("  write to catalog ").contains("24 tables");
    assertThatAllIsIn("lake.news.%s", FIRST);
    assertThat(spark.table("lake.news.topics").schema().apply("run_id").getComment().get())
        .isEqualTo("The run that the row is of.");
    assertThat(spark.table("lake.news.topics").schema().apply("label").getComment().isDefined())
        .isTrue();
  }

  @Test
  @Order(2)
  void aFailureThereLeavesTheRunPublishedAndTheSameRunAgainCompletesIt() throws IOException {
    Path names = lake.resolve("news/names");
    Files.move(names, folder.resolve("names"));
    Files.writeString(names, "in the way");
    ChildJvm.Ended failed = run(SECOND, "lake.news");
    assertThat(failed.code()).as(failed.printed()).isEqualTo(6);
    assertThat(failed.printed())
        .containsPattern(
            "Cannot write run "
                + SECOND
                + " to lake\\.news: .+[^.]\\. The run is published all the same\\. Run again with"
                + " --run-id "
                + SECOND
                + " to complete it\\.")
        .doesNotContain("\tat ");
    assertThat(RunStore.at(folder.resolve("output").toString()).current()).contains(SECOND);
    assertThat(runs("lake.news.%s")).containsExactly(FIRST);
    assertThatMetricsSay(6);
    Files.delete(names);
    Files.move(folder.resolve("names"), names);
    ChildJvm.Ended again = run(SECOND, "lake.news");
    assertThat(again.code()).as(again.printed()).isZero();
    assertThat(again.printed()).contains("nothing was done").doesNotContain("  fit topics ");
    assertThatMetricsSay(0);
    assertThatAllIsIn("lake.news.%s", FIRST);
    assertThatAllIsIn("lake.news.%s", SECOND);
    assertThat(run(SECOND, "lake.news").printed()).contains("nothing to do");
  }

  @Test
  @Order(3)
  void anEarlierStateOfATableCanBeAskedFor() {
    long snapshot =
        spark
            .sql("SELECT snapshot_id FROM lake.news.topics.snapshots ORDER BY committed_at")
            .head()
            .getLong(0);
    assertThat(
            rows(
                spark.sql(
                    "SELECT DISTINCT run_id FROM lake.news.topics VERSION AS OF " + snapshot)))
        .containsExactly("[" + FIRST + "]");
  }

  @Test
  @Order(4)
  void columnsOfALaterVersionAreAdded() {
    spark.sql("ALTER TABLE lake.news.topics DROP COLUMN npmi");
    spark.sql("DELETE FROM lake.news.runs WHERE run_id = '%s'".formatted(SECOND));
    assertThat(run(SECOND, "lake.news").code()).isZero();
    List<Row> rows =
        spark
            .sql(
                "SELECT run_id, bool_and(npmi IS NULL) FROM lake.news.topics GROUP BY 1 ORDER BY 1")
            .collectAsList();
    assertThat(rows.toString()).isEqualTo("[[%s,true], [%s,false]]".formatted(FIRST, SECOND));
  }

  @Test
  @Order(5)
  void theSameRunGoesToAFolderOfDeltaTables() {
    Path delta = folder.resolve("delta");
    String schema = "delta.`" + delta + "/%s`";
    ChildJvm.Ended ended = run(SECOND, "delta." + delta);
    assertThat(ended.code()).as(ended.printed()).isZero();
    assertThatAllIsIn(schema, SECOND);
    spark.sql("DELETE FROM %s".formatted(schema.formatted("runs")));
    assertThat(run(SECOND, "delta." + delta).code()).isZero();
    assertThatAllIsIn(schema, SECOND);
    assertThat(
            spark
                .sql("SELECT * FROM %s VERSION AS OF 0".formatted(schema.formatted("runs")))
                .count())
        .isEqualTo(1);
  }

  @Test
  @Order(6)
  void openLineageTellsOfEachTableInTheCatalogAndOfTheRunAndTheInputThatItIsOf() throws Exception {
    // Events that are still queued are written when Spark stops.
    SparkTest.Session.restart(2, 2);
    var events = new ArrayList<>(Files.readAllLines(folder.resolve("events.jsonl")));
    // Spark does not know what was read, nor of tables that the driver writes: the manifest does.
    for (String runId : List.of(FIRST, SECOND)) {
      ChildJvm.Ended shown =
          InThisJvm.run(
              "show", "--output", folder.resolve("output"), "--run", runId, "--openlineage");
      shown.printed().lines().forEach(events::add);
    }
    Set<String> edges = edges(events);
    RunStore store = RunStore.at(folder.resolve("output").toString());
    for (String runId : List.of(FIRST, SECOND)) {
      List<String> expected = new ArrayList<>();
      for (Manifest.TableEntry table : store.manifest(runId).orElseThrow().tables()) {
        String written = "%s/runs/%s/%s".formatted(folder.resolve("output"), runId, table.name());
        expected.add(folder.resolve("news") + " -> " + written);
        expected.add("%s -> %s/news/%s".formatted(written, lake, table.name()));
      }
      assertThat(expected).hasSize(2 * 24);
      assertThat(edges).containsAll(expected);
    }
  }

  /** From each input to each output of what ended well, as OpenLineage's own client reads them. */
  private static Set<String> edges(List<String> events) throws Exception {
    Class<?> client = Class.forName("io.openlineage.client.OpenLineageClientUtils");
    Method read = client.getMethod("runEventFromJson", String.class);
    Method write = client.getMethod("toJson", Object.class);
    var edges = new TreeSet<String>();
    for (String line : events) {
      JsonNode event =
          new ObjectMapper().readTree((String) write.invoke(null, read.invoke(null, line)));
      if (event.get("eventType").textValue().equals("COMPLETE")) {
        for (JsonNode from : event.withArray("inputs")) {
          for (JsonNode to : event.withArray("outputs")) {
            edges.add(from.get("name").textValue() + " -> " + to.get("name").textValue());
          }
        }
      }
    }
    return edges;
  }

  @Test
  @Order(0)
  void aCatalogThatSparkDoesNotKnowIsRefusedBeforeTheRun() {
    ChildJvm.Ended ended = run("2026-11-24T020000Z", "other.news");
    assertThat(ended.printed())
        .isEqualTo(
            "Cannot use --publish-to other.news: Spark has no catalog other. Give it with --packages"
                + " and --conf spark.sql.catalog.other=CLASS.\n");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(run("2026-11-24T020000Z", "mistyped.news").printed())
        .isEqualTo(
            "Cannot use --publish-to mistyped.news: org.example.NoCatalog is not on the class path."
                + " Give it with --packages.\n");
    assertThat(run("2026-11-24T020000Z", "news").printed())
        .isEqualTo(
            "Cannot use --publish-to news: it is not CATALOG.SCHEMA, or delta.FOLDER with the whole"
                + " path. See --help.\n");
  }
}
