package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class TopicDaysTableTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
  private static final int DAYS = 60;
  private static final int TOPICS = 10;
  private static final int CORPORA = 100;

  private final RandomGenerator random = new Well19937c(42);

  private static Dataset<Row> counts(SparkSession spark, List<Row> rows) {
    return spark.createDataFrame(
        rows, StructType.fromDDL("corpus int, topic_id int, day date, articles bigint"));
  }

  private static Dataset<Row> volumes(SparkSession spark, long... totals) {
    List<Row> rows =
        IntStream.range(0, totals.length)
            .mapToObj(d -> RowFactory.create(FIRST.plusDays(d), totals[d]))
            .toList();
    return spark.createDataFrame(rows, StructType.fromDDL("day date, total bigint"));
  }

  private static Dataset<Row> judged(Dataset<Row> counts, Dataset<Row> volumes) {
    return TopicDaysTable.judged(counts, volumes, "corpus");
  }

  private static Row row(int corpus, int topic, int day, long articles) {
    return RowFactory.create(corpus, topic, FIRST.plusDays(day), articles);
  }

  @Test
  void surprisesAreThoseWorkedOutByHand(SparkSession spark) {
    // Two of ten articles a day, nine on the fifth day, no articles at all on the sixth.
    long[] totals = {10, 10, 10, 10, 10, 0, 10, 10, 10};
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < totals.length; day++) {
      long articles = totals[day] == 0 ? 0 : day == 4 ? 9 : 2;
      rows.add(row(0, 1, day, articles));
      rows.add(row(0, 2, day, totals[day] - articles));
    }
    List<Row> found =
        judged(counts(spark, rows), volumes(spark, totals))
            .where("topic_id = 1")
            .orderBy("day")
            .collectAsList();

    Row flare = found.get(4);
    // The other seven days have 14 articles of 70; half a one more: 14.5 / 70 · 10.
    assertThat(flare.<Double>getAs("expected")).isCloseTo(2.0714286, within(1e-7));
    // P(X >= 9) is 0.00096581 in the negative binomial of that mean and 1 + 10 / 70 times it as
    // variance (scipy.stats.nbinom.sf); of the 16 days of both topics it is the most surprising.
    assertThat(flare.<Double>getAs("z")).isCloseTo(3.1005506, within(1e-6));
    assertThat(flare.<Double>getAs("q")).isBetween(16 * 0.00096580, 16 * 0.00096582 * 1.005);
    assertThat(flare.<Boolean>getAs("burst")).isTrue();
    Row usual = found.get(0);
    // The flare is no part of what is usual: 12.5 / 60 · 10.
    assertThat(usual.<Double>getAs("expected")).isCloseTo(2.0833333, within(1e-7));
    assertThat(usual.<Double>getAs("z")).isEqualTo(0.0);
    assertThat(usual.<Boolean>getAs("burst")).isFalse();
    Row silent = found.get(5);
    assertThat(silent.<Double>getAs("expected")).isEqualTo(0.0);
    assertThat(silent.<Double>getAs("z")).isEqualTo(0.0);
    assertThat(silent.<Double>getAs("q")).isEqualTo(1.0);
    assertThat(silent.<Boolean>getAs("burst")).isFalse();
  }

  @Test
  void sixDaysTellNothing(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    IntStream.range(0, 6).forEach(day -> rows.add(row(0, 1, day, day == 3 ? 90 : 1)));
    assertThat(
            judged(counts(spark, rows), volumes(spark, 100, 100, 100, 100, 100, 100, 0, 0))
                .collectAsList())
        .hasSize(6)
        .allSatisfy(
            row ->
                assertThat(
                        List.of("expected", "z", "q", "burst").stream()
                            .map(row::fieldIndex)
                            .allMatch(row::isNullAt))
                    .isTrue());
  }

  @Test
  void aPlantedBurstIsFoundOnItsDays(SparkSession spark) {
    long[] totals = new long[DAYS];
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      double volume = volume(day);
      for (int topic = 0; topic < TOPICS; topic++) {
        boolean burst = topic == 3 && day >= 30 && day < 33;
        long articles = draw(volume / TOPICS * (burst ? 3 : 1), 1.5);
        totals[day] += articles;
        rows.add(row(0, topic, day, articles));
      }
    }
    assertThat(
            judged(counts(spark, rows), volumes(spark, totals))
                .where("burst")
                .selectExpr("topic_id || ' on ' || day")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("3 on 2022-02-02", "3 on 2022-02-03", "3 on 2022-02-04");
  }

  @Test
  void aWeekOfFewArticlesADayIsABurstOnTheDaysThatHaveMoreThanUsual(SparkSession spark) {
    // Four articles a day, in turn on one of eight topics; in a week three a day on the first.
    int[] ofFlood = {3, 3, 0, 3, 3, 3, 3};
    long[] totals = LongStream.generate(() -> 4).limit(DAYS).toArray();
    List<Row> rows = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      boolean flood = day / 7 == 4;
      for (int topic = 0; topic < 8; topic++) {
        long usual = day % 8 == topic ? 4 : 0;
        rows.add(row(0, topic, day, flood && topic == 0 ? ofFlood[day % 7] : usual));
      }
    }
    assertThat(
            judged(counts(spark, rows), volumes(spark, totals))
                .where("burst")
                .selectExpr("topic_id", "dayofmonth(day)", "q > 0.02")
                .collectAsList())
        .allMatch(row -> row.getInt(0) == 0 && row.getBoolean(2))
        .extracting(row -> row.getInt(1))
        .containsExactlyInAnyOrder(31, 1, 3, 4, 5, 6);
  }

  @Test
  void withoutBurstsAtMostOneCorpusInTenHasAFalseAlarm(SparkSession spark) {
    double[] expected = IntStream.range(0, DAYS).mapToDouble(day -> volume(day) / TOPICS).toArray();
    List<Row> rows = new ArrayList<>();
    for (int corpus = 0; corpus < CORPORA; corpus++) {
      for (int day = 0; day < DAYS; day++) {
        for (int topic = 0; topic < TOPICS; topic++) {
          rows.add(row(corpus, topic, day, draw(expected[day], 1.5)));
        }
      }
    }
    long[] totals =
        IntStream.range(0, DAYS).mapToLong(d -> Math.round(expected[d] * TOPICS)).toArray();
    long alarmed =
        judged(counts(spark, rows), volumes(spark, totals))
            .where("burst")
            .select(col("corpus"))
            .distinct()
            .count();
    assertThat(alarmed).isLessThanOrEqualTo(CORPORA / 10);
  }

  /** Articles of a day: fewer on weekends, and more or fewer from day to day. */
  private double volume(int day) {
    return new GammaDistribution(random, 20, 15).sample() * (day % 7 < 5 ? 1 : 0.3);
  }

  /** A negative binomial count. */
  private long draw(double mean, double dispersion) {
    double rate = new GammaDistribution(random, mean / (dispersion - 1), dispersion - 1).sample();
    return rate > 0 ? new PoissonDistribution(random, rate, 1e-9, 10_000).sample() : 0;
  }
}
