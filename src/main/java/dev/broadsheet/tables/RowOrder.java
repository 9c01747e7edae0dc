package dev.broadsheet.tables;

import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;

/** The order of a table's rows: that of its columns, as Spark sorts them, nulls first. */
final class RowOrder {
  private RowOrder() {}

  /** The order by some of a table's columns. */
  static Comparator<Row> of(Table table, List<String> columns) {
    Comparator<Row> order = (a, b) -> 0;
    for (String column : columns) {
      int at = table.schema().fieldIndex(column);
      order =
          order.thenComparing(
              row -> comparable(row.get(at)), Comparator.nullsFirst(RowOrder::compare));
    }
    return order;
  }

  private static Comparable<?> comparable(Object value) {
    return value instanceof String text ? UTF8String.fromString(text) : (Comparable<?>) value;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Comparable<?> a, Comparable<?> b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
