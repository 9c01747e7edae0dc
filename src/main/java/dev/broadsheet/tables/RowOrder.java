package dev.broadsheet.tables;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.unsafe.types.UTF8String;

/** The order of a table's rows: that of its columns, as Spark sorts them, nulls first. */
final class RowOrder {
  /** Texts as Spark sorts them, by the bytes of UTF-8, which makes none. */
  static final Comparator<String> OF_TEXTS =
      (Comparator<String> & Serializable) RowOrder::compareTexts;

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

  private static int compareTexts(String a, String b) {
    int both = Math.min(a.length(), b.length());
    for (int i = 0; i < both; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        // Characters of two are after all others, though their halves are not.
        int pairs = Boolean.compare(Character.isSurrogate(x), Character.isSurrogate(y));
        return pairs != 0 ? pairs : Character.compare(x, y);
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static Comparable<?> comparable(Object value) {
    return value instanceof String text ? UTF8String.fromString(text) : (Comparable<?>) value;
  }

  @SuppressWarnings("unchecked")
  private static int compare(Comparable<?> a, Comparable<?> b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
