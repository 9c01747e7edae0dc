package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit of a table of three files, as two million articles have. */
@SparkTest
class AuditFilesTest {
  private static final long ARTICLES = 2_000_000;

  private static final Expectations NOTHING =
      new Expectations(
          0, 0, 0, Optional.empty(), Optional.empty(), Map.of(), 0, 0, Optional.empty(), List.of());

  private static final Table TABLE =
      Tables.all().stream().filter(t -> t.name().equals("quarantine")).findFirst().orElseThrow();

  private SparkSession spark;
  private WrittenTables tables;
  private List<Path> files;

  @BeforeEach
  void writeTable(SparkSession session, @TempDir Path folder) {
    spark = session;
    tables = WrittenTables.in(spark, folder.resolve("Zeitung für 100%25 morgen"));
    Dataset<Row> rows =
        spark
            .range(60)
            .selectExpr(
                "concat('Ärchiv/', id % 20) input_file",
                "id record", "'bad_date' reason", "'no date' detail", "'x' raw");
    write(rows, tables.run(), ARTICLES);
    files = tables.files(TABLE.name());
  }

  private void write(Dataset<Row> rows, RunFolder run, long articles) {
    new TableFiles(spark, run.path(""), articles).write(TABLE, rows.toJavaRDD());
  }

  private Audit.Report audit() {
    return Audit.of(
        spark, tables.run(), List.of(TABLE.audited(NOTHING, ARTICLES)), facts -> List.of());
  }

  private void fails(String check, double value, String detail) {
    assertThat(audit().checks())
        .filteredOn(Check::forbidsPublication)
        .singleElement()
        .isEqualTo(Check.error(check, value, 0, detail));
  }

  private Dataset<Row> read(Path file) {
    Dataset<Row> rows = spark.read().parquet(file.toString());
    return spark.createDataFrame(rows.collectAsList(), rows.schema());
  }

  private static Dataset<Row> sorted(Dataset<Row> rows) {
    return rows.coalesce(1).sort("input_file", "record");
  }

  @Test
  void filesAsTheyWereWrittenPassAndAreCountedTogether() {
    assertThat(files).hasSize(3);
    Audit.Report report = audit();
    assertThat(report.checks()).filteredOn(Check::forbidsPublication).isEmpty();
    assertThat(report.tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.rows()).isEqualTo(60);
              assertThat(table.bytes())
                  .isEqualTo(files.stream().mapToLong(file -> file.toFile().length()).sum());
            });
  }

  @Test
  void theHashIsThatOfTheSameRowsInOneFile(@TempDir Path other) {
    WrittenTables one = WrittenTables.in(spark, other);
    write(spark.read().parquet(tables.folder().resolve(TABLE.name()).toString()), one.run(), 1);
    Manifest.TableEntry entry = Audit.describe(spark, one.run(), TABLE.audited(NOTHING, 1));
    assertThat(one.files(TABLE.name())).hasSize(1);
    assertThat(
            Audit.of(
                    spark, one.run(), List.of(TABLE.audited(NOTHING, ARTICLES)), facts -> List.of())
                .passed())
        .as("nothing is astray in a single file")
        .isTrue();
    assertThat(entry.hash()).isEqualTo(audit().tables().get(0).hash());
    assertThat(entry.rows()).isEqualTo(60);
  }

  @Test
  void aRowInAnotherFileIsAstrayWhereItsLikeWouldNotBeSeen() {
    Dataset<Row> row = read(files.get(0)).limit(1);
    WrittenTables.replace(files.get(1), sorted(read(files.get(1)).union(row)));
    fails("rows_unique", 1, "rows in another file than that of their key: quarantine 1");
  }

  @Test
  void aFileThatIsThereTwiceIsAstray() throws IOException {
    long rows = read(files.get(2)).count();
    Files.copy(files.get(2), files.get(2).resolveSibling("part-00009.parquet"));
    fails("rows_unique", rows, "rows in another file than that of their key: quarantine " + rows);
  }

  @Test
  void aKeyThatIsThereTwiceAndAnotherOutOfOrderAreToldApart() {
    Dataset<Row> rows = sorted(read(files.get(0)));
    Row first = rows.first();
    List<Row> more = new ArrayList<>(rows.collectAsList());
    more.add(0, first);
    Row last = more.remove(more.size() - 1);
    more.add(2, last);
    WrittenTables.replace(files.get(0), spark.createDataFrame(more, rows.schema()).coalesce(1));
    fails(
        "rows_unique",
        2,
        "rows with the key of another: quarantine 1; rows not in the order of their keys:"
            + " quarantine 1");
  }

  @Test
  void aFileThatBreaksOffOrIsMissingIsNamed() throws IOException {
    WrittenTables.truncate(files.get(1));
    Check broken = audit().checks().get(0);
    assertThat(broken.check()).isEqualTo("values_present");
    assertThat(broken.forbidsPublication()).isTrue();
    assertThat(broken.detail())
        .startsWith(
            "files that cannot be read: quarantine %s: ".formatted(files.get(1).getFileName()));
    assertThatThrownBy(() -> Audit.describe(spark, tables.run(), TABLE.audited(NOTHING, ARTICLES)))
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith(
            "Cannot read the table quarantine: %s: ".formatted(files.get(1).getFileName()))
        .hasMessageEndingWith(". Run again.");
    for (Path file : files) {
      Files.delete(file);
    }
    fails("values_present", 1, "files that cannot be read: quarantine no file");
  }
}
