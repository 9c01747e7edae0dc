package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import java.time.LocalDate;
import org.apache.spark.sql.Column;

/**
 * Two sets of articles whose terms are compared, by conditions on the columns published and source.
 *
 * @param name what people call it
 * @param a whether an article is in the first set; never null
 * @param b whether it is in the second; never null, and never true where a is
 */
record Comparison(String name, Column a, Column b) {
  private static final String REST = "%s against the rest";

  /** A period against all other days; articles without a date are in neither. */
  static Comparison ofPeriod(Period period, LocalDate day) {
    Column published = col("published");
    Column inside = period.start(published).equalTo(lit(period.start(day)));
    return new Comparison(
        REST.formatted(period.name(day)),
        coalesce(inside, lit(false)),
        published.isNotNull().and(coalesce(not(inside), lit(false))));
  }

  /** A source against everything else, also that without a source. */
  static Comparison ofSource(String source) {
    Column same = coalesce(col("source").equalTo(lit(source)), lit(false));
    return new Comparison(REST.formatted("source " + source), same, not(same));
  }

  /** Two ranges of days. */
  static Comparison ofDates(DateContrast dates) {
    return new Comparison(
        "%s against %s".formatted(dates.a(), dates.b()),
        dates.a().contains(col("published")),
        dates.b().contains(col("published")));
  }
}
