package dev.broadsheet.job.stages;

import dev.broadsheet.runs.Concurrently;
import dev.broadsheet.tables.ComputedTable;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.TableFiles;
import dev.broadsheet.tables.Tables;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** From what was found to the tables that are computed from it. */
public record WriteTables(
    SparkSession spark, DescribedTopics described, Findings.Corpus corpus, TableFiles files)
    implements Stage<Void> {
  @Override
  public Outcome<Void> run() {
    Findings findings = described.findings(corpus);
    // What takes longest begins first: else it ends alone, and other cores have nothing to do.
    List<ComputedTable> longestFirst =
        Tables.COMPUTED.stream()
            .sorted(Comparator.comparing(ComputedTable::shuffles, Comparator.reverseOrder()))
            .toList();
    Concurrently.map(longestFirst, table -> write(table, findings));
    int tables = Tables.COMPUTED.size();
    return new Outcome<>(null, tables, "%d tables".formatted(tables));
  }

  private Void write(ComputedTable table, Findings findings) {
    spark.sparkContext().setJobDescription("write tables: " + table.name());
    table.write(findings, files);
    return null;
  }
}
