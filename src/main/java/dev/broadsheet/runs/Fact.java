package dev.broadsheet.runs;

import java.io.Serializable;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;

/**
 * Something that a table tells of itself for the audit, gathered row by row in one pass over each
 * of its files. {@link TableFacts} has the answers.
 */
public final class Fact implements Serializable {
  private static final long serialVersionUID = 1;

  /** Which rows count. */
  @FunctionalInterface
  public interface Condition extends Serializable {
    /** Whether the row counts. */
    boolean test(TableRow row);

    /** Those that fulfil another condition too. */
    default Condition and(Condition other) {
      return row -> test(row) && other.test(row);
    }

    /** Those that do not. */
    default Condition not() {
      return row -> !test(row);
    }
  }

  private interface Start extends Supplier<Object>, Serializable {}

  private interface Step extends BiFunction<Object, TableRow, Object>, Serializable {}

  private interface Merge extends BinaryOperator<Object>, Serializable {}

  private final String name;
  private final Start start;
  private final Step step;
  private final Merge merge;

  private Fact(String name, Start start, Step step, Merge merge) {
    this.name = name;
    this.start = start;
    this.step = step;
    this.merge = merge;
  }

  /** The sum of a column of whole numbers. */
  public static Fact sum(String column) {
    return new Fact(
        nameOfSum(column),
        () -> 0L,
        (sum, row) -> row.has(column) ? (Long) sum + row.whole(column) : sum,
        (a, b) -> (Long) a + (Long) b);
  }

  /** The number of rows that fulfil a condition. */
  public static Fact count(String name, Condition condition) {
    return new Fact(
        nameOfCount(name),
        () -> 0L,
        (count, row) -> condition.test(row) ? (Long) count + 1 : count,
        (a, b) -> (Long) a + (Long) b);
  }

  /** The largest of a column of whole numbers or dates. */
  public static Fact max(String column) {
    return new Fact(
        nameOfMax(column),
        () -> Long.MIN_VALUE,
        (max, row) -> row.has(column) ? Math.max((Long) max, row.whole(column)) : max,
        (a, b) -> Math.max((Long) a, (Long) b));
  }

  /** The smallest of a column of whole numbers or dates. */
  public static Fact min(String column) {
    return new Fact(
        nameOfMin(column),
        () -> Long.MAX_VALUE,
        (min, row) -> row.has(column) ? Math.min((Long) min, row.whole(column)) : min,
        (a, b) -> Math.min((Long) a, (Long) b));
  }

  /** How many values a column has, null among them. All are kept: for columns of few values. */
  public static Fact distinct(String column) {
    return new Fact(
        nameOfDistinct(column),
        TreeSet<String>::new,
        (values, row) -> {
          values(values).add(row.print(column));
          return values;
        },
        (a, b) -> {
          var both = new TreeSet<>(values(a));
          both.addAll(values(b));
          return both;
        });
  }

  /** The text that sorts first, of the rows that fulfil a condition. */
  public static Fact example(String column, Condition condition) {
    return new Fact(
        nameOfExample(column),
        () -> "",
        (least, row) ->
            condition.test(row) ? smaller((String) least, row.text(column)) : (String) least,
        (a, b) -> smaller((String) a, (String) b));
  }

  @SuppressWarnings("unchecked")
  private static TreeSet<String> values(Object found) {
    return (TreeSet<String>) found;
  }

  private static String smaller(String a, String b) {
    return a.isEmpty() || (!b.isEmpty() && b.compareTo(a) < 0) ? b : a;
  }

  static String nameOfSum(String column) {
    return "sum of " + column;
  }

  static String nameOfCount(String name) {
    return "count of " + name;
  }

  static String nameOfMax(String column) {
    return "max of " + column;
  }

  static String nameOfMin(String column) {
    return "min of " + column;
  }

  static String nameOfDistinct(String column) {
    return "distinct " + column;
  }

  static String nameOfExample(String column) {
    return "example of " + column;
  }

  String name() {
    return name;
  }

  /** What is found where there are no rows. */
  Object start() {
    return start.get();
  }

  /** What is found with a row more. */
  Object with(Object found, TableRow row) {
    return step.apply(found, row);
  }

  /** What is found in two files together. */
  Object merge(Object a, Object b) {
    return merge.apply(a, b);
  }
}
