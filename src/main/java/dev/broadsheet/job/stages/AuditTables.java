package dev.broadsheet.job.stages;

import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.tables.Consistency;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Tables;
import org.apache.spark.sql.SparkSession;

/**
 * Whether the tables say what they should, by what is read back of them.
 *
 * @param articles how many are valid
 */
public record AuditTables(
    SparkSession spark, RunFolder folder, Expectations expected, long articles)
    implements Stage<Audit.Report> {
  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Outcome<Audit.Report> run() {
    Audit.Report report =
        Audit.of(
            spark,
            folder,
            Tables.COMPUTED.stream().map(table -> table.audited(expected, articles)).toList(),
            facts -> Consistency.checks(facts, expected));
    long failed = report.checks().stream().filter(check -> !check.passed()).count();
    return new Outcome<>(
        report,
        report.checks().size(),
        "%d checks, %s"
            .formatted(report.checks().size(), failed == 0 ? "all passed" : failed + " failed"));
  }
}
