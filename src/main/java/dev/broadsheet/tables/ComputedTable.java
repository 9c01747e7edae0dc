package dev.broadsheet.tables;

/** A table that follows from what the stages of the job found. */
public abstract sealed class ComputedTable extends Table permits BoundedTable, DistributedTable {
  ComputedTable(String name, String description, String ddl, Growth growth, String... order) {
    super(name, description, ddl, growth, order);
  }

  /** How many shuffles its rows go through, one after another. */
  public abstract int shuffles();

  /** Computes the rows and has them written. */
  public abstract void write(Findings findings, TableFiles files);
}
