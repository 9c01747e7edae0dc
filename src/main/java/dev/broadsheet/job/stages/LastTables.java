package dev.broadsheet.job.stages;

import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.tables.Tables;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** The tables that tell of the run itself, when all else is done: checks and stages. */
public record LastTables(SparkSession spark, RunFolder folder) {
  /** Writes them, and returns the entries of all tables. */
  public List<Manifest.TableEntry> write(Audit.Report report, List<Manifest.Stage> stages) {
    List<Row> checks =
        report.checks().stream()
            .map(
                c ->
                    RowFactory.create(
                        c.check(), c.level().label(), c.value(), c.limit(), c.passed(), c.detail()))
            .toList();
    List<Row> seconds =
        stages.stream().map(s -> RowFactory.create(s.stage(), s.seconds(), s.rows())).toList();
    List<Manifest.TableEntry> entries = new ArrayList<>(report.tables());
    entries.add(write(Tables.CHECKS, checks));
    entries.add(write(Tables.STAGES, seconds));
    return entries;
  }

  private Manifest.TableEntry write(Table table, List<Row> rows) {
    new TableFiles(spark, folder.path(""), 0).write(table, rows);
    return Audit.describe(spark, folder, table.described());
  }
}
