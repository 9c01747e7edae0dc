package dev.broadsheet.dates;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * In which order day and month stand, for all of the input or, where that is from several hands,
 * for a file or for a source. A file's own order comes before its source's.
 *
 * @param input the order of all dates
 * @param files orders by file
 * @param sources orders by host
 */
public record DateOrders(
    DateOrder input, Map<String, DateOrder> files, Map<String, DateOrder> sources)
    implements Serializable {
  /** Nothing is known. */
  public static final DateOrders OPEN = new DateOrders(DateOrder.OPEN, Map.of(), Map.of());

  /** Of so many files and sources an order is kept, those with the most open dates. */
  private static final int MOST = 10_000;

  /** Keeps copies that can be written to executors. */
  public DateOrders {
    files = Map.copyOf(files);
    sources = Map.copyOf(sources);
  }

  /** The order of a record's date; {@code source} may be null. */
  DateOrder of(String file, String source) {
    DateOrder own = files.getOrDefault(file, DateOrder.OPEN);
    return own != DateOrder.OPEN || source == null
        ? own == DateOrder.OPEN ? input : own
        : sources.getOrDefault(source, input);
  }

  /**
   * The orders that dates settle for those that leave it open.
   *
   * @param rows input_file, source and date_form of each record
   * @param forms how many of them have dates of a form
   * @return empty where no date is open, or nothing settles one
   */
  public static Optional<DateOrders> settled(Dataset<Row> rows, Map<String, Long> forms) {
    if (!forms.containsKey(DateOrder.EITHER)) {
      return Optional.empty();
    }
    Optional<DateOrder> all = DateOrder.of(forms);
    if (all.isPresent()) {
      return Optional.of(new DateOrders(all.get(), Map.of(), Map.of()));
    }
    if (forms.keySet().stream().noneMatch(DateOrder::isCertain)) {
      return Optional.empty();
    }
    var parts = new DateOrders(DateOrder.OPEN, by(rows, "input_file"), by(rows, "source"));
    return parts.equals(OPEN) ? Optional.empty() : Optional.of(parts);
  }

  private static Map<String, DateOrder> by(Dataset<Row> rows, String key) {
    var orders = new HashMap<String, DateOrder>();
    rows.where(col("date_form").isNotNull().and(col(key).isNotNull()))
        .groupBy(key)
        .agg(
            count_if(col("date_form").equalTo(DateOrder.EITHER)).as("open"),
            count_if(col("date_form").rlike(DateOrder.DAY_CERTAIN)).as("day"),
            count_if(col("date_form").rlike(DateOrder.MONTH_CERTAIN)).as("month"))
        .where(
            col("open")
                .gt(0)
                .and(least(col("day"), col("month")).equalTo(0))
                .and(
                    greatest(col("day"), col("month"))
                        .geq(col("open").multiply(DateOrder.CERTAIN))))
        .orderBy(col("open").desc(), col(key))
        .limit(MOST)
        .select(col(key), when(col("day").gt(0), lit(true)).otherwise(lit(false)))
        .collectAsList()
        .forEach(
            row ->
                orders.put(
                    row.getString(0),
                    row.getBoolean(1) ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST));
    return orders;
  }
}
