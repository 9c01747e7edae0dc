package dev.broadsheet.tables;

import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Fact;
import dev.broadsheet.shuffle.Columns;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/** A table of a run: its name, what a row is, and its columns. */
public abstract class Table {
  /** Whether a table grows with the articles, or is one small file. */
  public enum Growth {
    BOUNDED,
    ARTICLES
  }

  private final String name;
  private final String description;
  private final StructType schema;
  private final Growth growth;
  private final List<String> order;

  Table(String name, String description, String columns, Growth growth, String... order) {
    this.name = name;
    this.description = description;
    this.schema = Columns.of(columns);
    this.growth = growth;
    this.order = List.of(order);
  }

  /** The name of its folder. */
  public final String name() {
    return name;
  }

  /** One sentence for the data dictionary: what a row is. */
  public final String description() {
    return description;
  }

  /** The columns with their comments; a column that is not nullable never holds null. */
  public final StructType schema() {
    return schema;
  }

  public final Growth growth() {
    return growth;
  }

  /** The columns that sort the rows and together name one; none if the rows keep their order. */
  public final List<String> order() {
    return order;
  }

  /** What the audit is to find in it, beside what it finds in every table. */
  List<Fact> facts(Expectations expected) {
    return List.of();
  }

  /** A table that tells of the run itself, as it is described for the manifest. */
  public final Audit.Subject described() {
    return new Audit.Subject(name, schema, order, clockReadings(), List.of(), 1);
  }

  /**
   * The table as the audit reads it.
   *
   * @param articles how many articles the run has, which alone decides the number of files
   */
  public final Audit.Subject audited(Expectations expected, long articles) {
    return new Audit.Subject(
        name, schema, order, clockReadings(), facts(expected), TableFiles.files(this, articles));
  }

  /** The columns that are readings of the clock, in which no run is like another. */
  public List<String> clockReadings() {
    return List.of();
  }
}
