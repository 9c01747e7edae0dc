package dev.broadsheet.tables;

/** A table that follows from what the stages of the job found. */
public abstract sealed class ComputedTable extends Table permits BoundedTable, DistributedTable {
  ComputedTable(String name, String description, String ddl, Growth growth, String... order) {
    super(name, description, ddl, growth, order);
  }

  /** Computes the rows and has them written. */
  public abstract void write(Findings findings, TableFiles files);
}
