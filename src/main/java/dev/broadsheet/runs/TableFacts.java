package dev.broadsheet.runs;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.rint;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What one aggregation over a written table finds.
 *
 * @param hash the sum of all rows' hashes in hexadecimal, without readings of the clock: the same
 *     for the same rows in any order
 * @param nulls values that are null and must not be
 * @param repeated rows whose key another row has
 * @param sparse groups whose ranks are not 1, 2, 3 …
 * @param off the farthest that the weights of a group are from 1 together
 * @param more what else was asked for, by name
 */
record TableFacts(
    String name,
    StructType schema,
    long rows,
    String hash,
    long nulls,
    long repeated,
    long sparse,
    double off,
    Map<String, Double> more) {

  private static final String RANK = "rank";
  private static final String WEIGHT = "weight";

  /** Weights are added as whole numbers, because sums of doubles depend on the order. */
  private static final long UNITS = 1_000_000_000_000L;

  /** What is found of groups of ranks. */
  private record Groups(long sparse, double off) {}

  /**
   * Reads a table once.
   *
   * @param subject its columns; those not nullable must have no null
   * @param more further aggregates, by name
   */
  static TableFacts of(Audit.Subject subject, Dataset<Row> table, Map<String, Column> more) {
    StructType schema = subject.schema();
    List<String> key = subject.key();
    List<Column> facts = new ArrayList<>();
    facts.add(sum(xxhash64(hashed(subject)).cast("decimal(20,0)")).as("hash"));
    facts.add(
        Arrays.stream(schema.fields())
            .filter(field -> !field.nullable())
            .map(StructField::name)
            .map(column -> count_if(col(column).isNull()))
            .reduce(Column::plus)
            .orElse(lit(0L))
            .as("nulls"));
    facts.add(
        (key.isEmpty() ? lit(0L) : count(lit(1)).minus(count_distinct(struct(columns(key)))))
            .as("repeated"));
    more.forEach((fact, column) -> facts.add(column.cast("double").as(fact)));
    Row row = table.agg(count(lit(1)).as("rows"), facts.toArray(new Column[0])).head();
    var found = new LinkedHashMap<String, Double>();
    more.keySet().forEach(fact -> found.put(fact, number(row, fact)));
    java.math.BigDecimal hash = row.getDecimal(row.fieldIndex("hash"));
    Groups groups = key.contains(RANK) ? groups(table, key) : new Groups(0, 0);
    return new TableFacts(
        subject.name(),
        schema,
        row.getLong(0),
        "%016x".formatted(hash == null ? 0 : hash.toBigInteger().longValue()),
        row.getLong(row.fieldIndex("nulls")),
        row.getLong(row.fieldIndex("repeated")),
        groups.sparse(),
        groups.off(),
        found);
  }

  private static Column[] hashed(Audit.Subject subject) {
    return Arrays.stream(subject.schema().fieldNames())
        .filter(column -> !subject.clockReadings().contains(column))
        .map(column -> col(column))
        .toArray(Column[]::new);
  }

  private static Groups groups(Dataset<Row> table, List<String> key) {
    Column[] group = columns(key.stream().filter(column -> !column.equals(RANK)).toList());
    boolean weighted = Arrays.asList(table.columns()).contains(WEIGHT);
    Row row =
        table
            .groupBy(group)
            .agg(
                max(RANK).as("last"),
                size(collect_set(RANK)).as("ranks"),
                count(lit(1)).as("rows"),
                (weighted ? sum(units(col(WEIGHT))) : lit(UNITS)).as("total"))
            .agg(
                count_if(
                    not(col("last").equalTo(col("rows")).and(col("ranks").equalTo(col("rows"))))),
                max(abs(col("total").divide(UNITS).minus(1))))
            .head();
    return new Groups(row.getLong(0), row.isNullAt(1) ? 0 : row.getDouble(1));
  }

  /** What is no weight, also not a number at all, is taken for one that is far too large. */
  private static Column units(Column weight) {
    Column bounded = when(weight.between(-2, 2), weight).otherwise(2.0);
    return rint(bounded.multiply((double) UNITS)).cast("bigint");
  }

  private static double number(Row row, String fact) {
    int at = row.fieldIndex(fact);
    return row.isNullAt(at) ? 0 : row.getDouble(at);
  }

  private static Column[] columns(List<String> names) {
    return names.stream()
        .map(name -> coalesce(col(name).cast("string"), lit("∅")).as(name))
        .toArray(Column[]::new);
  }

  /** A further aggregate. */
  double get(String fact) {
    return more.get(fact);
  }
}
