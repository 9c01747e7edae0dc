package dev.broadsheet.tables;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** A table that may grow with the articles: it is computed and written on the cluster. */
public abstract non-sealed class DistributedTable extends ComputedTable {
  DistributedTable(String name, String description, String ddl, Growth growth, String... order) {
    super(name, description, ddl, growth, order);
  }

  /** The rows, in any order, with the columns of {@link #schema}. */
  abstract JavaRDD<Row> rows(Findings findings);

  @Override
  public int shuffles() {
    return 1;
  }

  @Override
  public void write(Findings findings, TableFiles files) {
    files.write(this, rows(findings));
  }
}
