package dev.broadsheet.tables;

import dev.broadsheet.statistics.FalseDiscoveryRate;
import dev.broadsheet.statistics.Surprise;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The days of a name and how surprising each is, as arrays, of which rows are made where they are
 * written.
 */
final class NameDays implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] days;
  private final long[] articles;
  private final String[] examples;
  private final double[] expected;
  private final double[] z;
  private final double[] q;

  /**
   * The days of a name.
   *
   * @param surprises one for each day, or none at all
   */
  NameDays(NameSeries name, List<Surprise> surprises, FalseDiscoveryRate.Rates rates) {
    days = IntStream.range(0, name.days()).map(name::day).toArray();
    articles = IntStream.range(0, days.length).mapToLong(name::articles).toArray();
    examples = IntStream.range(0, days.length).mapToObj(name::example).toArray(String[]::new);
    expected = surprises.stream().mapToDouble(Surprise::expected).toArray();
    z = surprises.stream().mapToDouble(Surprise::z).toArray();
    q = surprises.stream().mapToDouble(surprise -> rates.of(surprise.p())).toArray();
  }

  /** The rows of {@link NameDaysTable}. */
  List<Row> rows(String name) {
    return IntStream.range(0, days.length)
        .mapToObj(
            i ->
                RowFactory.create(
                    name,
                    LocalDate.ofEpochDay(days[i]),
                    articles[i],
                    at(i, expected),
                    at(i, z),
                    at(i, q),
                    examples[i]))
        .toList();
  }

  private static Double at(int place, double[] values) {
    return values.length == 0 ? null : (Double) values[place];
  }
}
