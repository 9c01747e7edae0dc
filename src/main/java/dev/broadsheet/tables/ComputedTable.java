package dev.broadsheet.tables;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table that follows from what the stages of the job found. */
public abstract class ComputedTable extends Table {
  ComputedTable(String name, String description, String ddl, Growth growth, String... order) {
    super(name, description, ddl, growth, order);
  }

  /** The rows, in any order, with the columns of {@link #schema}. */
  public abstract Dataset<Row> rows(Findings findings);
}
