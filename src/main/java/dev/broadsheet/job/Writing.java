package dev.broadsheet.job;

import dev.broadsheet.files.ModelFiles;
import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Concurrently;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.tables.ComputedTable;
import dev.broadsheet.tables.Consistency;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.tables.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** From findings to audited tables in the run's folder: the last stages of the job. */
final class Writing {
  private final SparkSession spark;
  private final RunFolder folder;

  Writing(SparkSession spark, RunFolder folder) {
    this.spark = spark;
    this.folder = folder;
  }

  Stages.Outcome<Void> tables(Findings findings, TableFiles files) {
    // What takes longest begins first: else it ends alone, and other cores have nothing to do.
    List<ComputedTable> longestFirst =
        Tables.COMPUTED.stream()
            .sorted(Comparator.comparing(ComputedTable::shuffles, Comparator.reverseOrder()))
            .toList();
    Concurrently.map(longestFirst, table -> write(table, findings, files));
    int tables = Tables.COMPUTED.size();
    return new Stages.Outcome<>(null, tables, "%d tables".formatted(tables));
  }

  private Void write(ComputedTable table, Findings findings, TableFiles files) {
    spark.sparkContext().setJobDescription("write tables: " + table.name());
    table.write(findings, files);
    return null;
  }

  Stages.Outcome<Void> model(PipelineModel model) {
    ModelFiles.write(spark, model, folder.path("model"));
    int steps = model.stages().length;
    return new Stages.Outcome<>(null, steps, "a pipeline of %d steps".formatted(steps));
  }

  Stages.Outcome<Audit.Report> audit(Expectations expected, long articles) {
    Audit.Report report =
        Audit.of(
            spark,
            folder,
            Tables.COMPUTED.stream().map(table -> table.audited(expected, articles)).toList(),
            facts -> Consistency.checks(facts, expected));
    long failed = report.checks().stream().filter(check -> !check.passed()).count();
    return new Stages.Outcome<>(
        report,
        report.checks().size(),
        "%d checks, %s"
            .formatted(report.checks().size(), failed == 0 ? "all passed" : failed + " failed"));
  }

  /** Writes the tables that tell of the run, and returns the entries of all. */
  List<Manifest.TableEntry> last(Audit.Report report, List<Manifest.Stage> stages) {
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
