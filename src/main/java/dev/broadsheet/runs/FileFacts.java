package dev.broadsheet.runs;

import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;

/**
 * What one pass over the rows of a file finds, in memory that does not grow with them. Not a
 * record, because Kryo, which may carry it to the driver, cannot fill one.
 */
final class FileFacts implements Serializable {
  private static final long serialVersionUID = 1;

  /** The seed of {@code xxhash64} in SQL. */
  private static final long SEED = 42;

  private static final int LONGEST_FAILURE = 300;

  private String failure = "";
  private long rows;
  private long hash;
  private long nulls;
  private long repeated;
  private long unsorted;
  private long firstKeys;
  private long sparse;
  private double off;
  private long[] buckets = {};
  private final Map<String, Object> found = new LinkedHashMap<>();

  private FileFacts() {}

  /** Of a file that cannot be read to its end, whose rows then do not count. */
  static FileFacts unreadable(String file, Exception e) {
    var facts = new FileFacts();
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    String why = (file + ": " + message).replaceAll("\\s+", " ");
    facts.failure =
        why.substring(0, Math.min(LONGEST_FAILURE, why.length())).replaceAll("\\.$", "");
    return facts;
  }

  /** Of the rows of a file, in their order there. */
  static FileFacts of(Audit.Subject subject, Iterator<InternalRow> rows) {
    StructField[] fields = subject.schema().fields();
    boolean[] hashed = new boolean[fields.length];
    ColumnValues[] values = new ColumnValues[fields.length];
    for (int i = 0; i < fields.length; i++) {
      hashed[i] = !subject.clockReadings().contains(fields[i].name());
      values[i] = new ColumnValues(subject.schema(), i);
    }
    var facts = new FileFacts();
    var keys = new SortedKeys(subject.schema(), subject.key(), subject.files());
    var groups = new RankedGroups(subject.schema(), subject.key());
    var view = new TableRow(subject.schema());
    List<Fact> asked = subject.facts();
    Object[] answers = asked.stream().map(Fact::start).toArray();
    while (rows.hasNext()) {
      InternalRow row = rows.next();
      facts.rows++;
      facts.count(row, fields, values, hashed);
      groups.next(row, keys.next(row));
      view.over(row);
      for (int i = 0; i < answers.length; i++) {
        answers[i] = asked.get(i).with(answers[i], view);
      }
    }
    groups.end();
    for (int i = 0; i < answers.length; i++) {
      facts.found.put(asked.get(i).name(), answers[i]);
    }
    facts.repeated = keys.repeated();
    facts.unsorted = keys.unsorted();
    facts.firstKeys = keys.first();
    facts.buckets = keys.buckets();
    facts.sparse = groups.sparse();
    facts.off = groups.off();
    return facts;
  }

  /** Adds the row's hash, which is that of {@code xxhash64} in SQL, and its forbidden nulls. */
  private void count(
      InternalRow row, StructField[] fields, ColumnValues[] values, boolean[] hashed) {
    long ofRow = SEED;
    for (int i = 0; i < fields.length; i++) {
      if (values[i].isNull(row)) {
        nulls += fields[i].nullable() ? 0 : 1;
      } else if (hashed[i]) {
        ofRow = values[i].hash(row, ofRow);
      }
    }
    hash += ofRow;
  }

  /** Why the file cannot be read; empty if it can. */
  String failure() {
    return failure;
  }

  long rows() {
    return rows;
  }

  /** The sum of all rows' hashes, wrapped to 64 bits. */
  long hash() {
    return hash;
  }

  /** Values that are null and must not be. */
  long nulls() {
    return nulls;
  }

  /** Rows with the key of the row before. */
  long repeated() {
    return repeated;
  }

  /** Rows whose key sorts before that of the row before. */
  long unsorted() {
    return unsorted;
  }

  /** Different values of the first key column. */
  long firstKeys() {
    return firstKeys;
  }

  /** Groups whose ranks are not 1, 2, 3 … */
  long sparse() {
    return sparse;
  }

  /** The farthest that the weights of a group are from 1 together. */
  double off() {
    return off;
  }

  /** The rows by the place that the hash of their first key column gives them. */
  long[] buckets() {
    return buckets;
  }

  /** What a fact is here. */
  Object found(Fact fact) {
    return found.getOrDefault(fact.name(), fact.start());
  }
}
