package dev.broadsheet.tables;

import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A table that does not grow with the articles: it is computed on the driver, from what was counted
 * on the cluster, and written without a job of Spark.
 */
public abstract non-sealed class BoundedTable extends ComputedTable {
  BoundedTable(String name, String description, String ddl, String... order) {
    super(name, description, ddl, Growth.BOUNDED, order);
  }

  /** The rows, in any order, with the columns of {@link #schema}. */
  abstract List<Row> rows(Findings findings);

  @Override
  public final int shuffles() {
    return 0;
  }

  @Override
  public final void write(Findings findings, TableFiles files) {
    files.write(this, rows(findings));
  }
}
