package dev.broadsheet.runs;

import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.Murmur3HashFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The keys of a file's rows, which are sorted by them, nulls first, strings by their bytes: each
 * row needs only be compared with the one before.
 */
final class SortedKeys {
  /** The seed of Spark's hash partitioning. */
  private static final int SEED = 42;

  private final ColumnValues[] columns;
  private final DataType type;
  private final Object[] before;
  private final long[] buckets;
  private boolean begun;
  private long repeated;
  private long unsorted;
  private long first;

  /**
   * Keys of no rows as yet.
   *
   * @param files over how many files the table's rows are spread by the hash of the first key
   *     column
   */
  SortedKeys(StructType schema, List<String> key, int files) {
    columns =
        key.stream()
            .map(column -> new ColumnValues(schema, schema.fieldIndex(column)))
            .toArray(ColumnValues[]::new);
    type = key.isEmpty() ? null : schema.apply(key.get(0)).dataType();
    before = new Object[columns.length];
    buckets = new long[columns.length == 0 ? 0 : files];
  }

  /**
   * Takes the next row.
   *
   * @return the place in the key of the first column that differs from the row before, which is the
   *     length of the key for the same key, and 0 for the first row
   */
  int next(InternalRow row) {
    int differs = begun ? columns.length : 0;
    int order = begun ? 0 : 1;
    for (int i = 0; i < columns.length; i++) {
      Object value = columns[i].of(row);
      int compared = begun ? compare(value, before[i]) : 1;
      if (compared != 0) {
        if (differs == columns.length) {
          differs = i;
          order = compared;
        }
        // The reader uses the bytes of a string again.
        before[i] = value instanceof UTF8String text ? text.copy() : value;
      }
    }
    count(differs, order);
    begun = true;
    return differs;
  }

  private void count(int differs, int order) {
    if (columns.length == 0) {
      return;
    }
    if (order == 0) {
      repeated++;
    } else if (order < 0) {
      unsorted++;
    }
    if (differs == 0) {
      first++;
    }
    buckets[buckets.length == 1 ? 0 : bucket()]++;
  }

  /** As {@code Dataset.repartition(files, column)} places a row. */
  private int bucket() {
    int hash = (int) Murmur3HashFunction.hash(before[0], type, SEED);
    return Math.floorMod(hash, buckets.length);
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object a, Object b) {
    if (a == null || b == null) {
      return Boolean.compare(a != null, b != null);
    }
    return ((Comparable<Object>) a).compareTo(b);
  }

  /** Rows with the key of the row before. */
  long repeated() {
    return repeated;
  }

  /** Rows whose key sorts before that of the row before. */
  long unsorted() {
    return unsorted;
  }

  /** How often the first column changes, which is its number of values if all is sorted. */
  long first() {
    return first;
  }

  /** The rows by the place that the hash of their first key column gives them. */
  long[] buckets() {
    return buckets;
  }
}
