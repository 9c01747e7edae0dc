package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.tables.TopicDaysTable.Day;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TopicDaysTableTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
  private static final int DAYS = 60;
  private static final int TOPICS = 10;
  private static final int CORPORA = 100;

  private final RandomGenerator random = new Well19937c(42);

  private static List<List<Day>> judged(long[][] articles, long[] totals) {
    return TopicDaysTable.judged(
        articles, totals, IntStream.range(0, totals.length).mapToObj(FIRST::plusDays).toList());
  }

  /** The bursts, as topic and day. */
  private static List<String> bursts(List<List<Day>> judged) {
    return IntStream.range(0, judged.size())
        .boxed()
        .flatMap(
            topic ->
                IntStream.range(0, judged.get(topic).size())
                    .filter(day -> judged.get(topic).get(day).burst())
                    .mapToObj(day -> topic + " on " + FIRST.plusDays(day)))
        .toList();
  }

  private static long[] totals(long[][] articles) {
    return IntStream.range(0, articles[0].length)
        .mapToLong(day -> Arrays.stream(articles).mapToLong(topic -> topic[day]).sum())
        .toArray();
  }

  @Test
  void surprisesAreThoseWorkedOutByHand() {
    // Two of ten articles a day, nine on the fifth day, no articles at all on the sixth.
    long[][] articles = {{2, 2, 2, 2, 9, 0, 2, 2, 2}, {8, 8, 8, 8, 1, 0, 8, 8, 8}};
    List<Day> found = judged(articles, totals(articles)).get(0);

    Day flare = found.get(4);
    // The other seven days have 14 articles of 70; half a one more: 14.5 / 70 · 10.
    assertThat(flare.expected()).isCloseTo(2.0714286, within(1e-7));
    // P(X >= 9) is 0.00096581 in the negative binomial of that mean and 1 + 10 / 70 times it as
    // variance (scipy.stats.nbinom.sf); of the 16 days of both topics it is the most surprising.
    assertThat(flare.z()).isCloseTo(3.1005506, within(1e-6));
    assertThat(flare.q()).isBetween(16 * 0.00096580, 16 * 0.00096582 * 1.005);
    assertThat(flare.burst()).isTrue();
    Day usual = found.get(0);
    // The flare is no part of what is usual: 12.5 / 60 · 10.
    assertThat(usual.expected()).isCloseTo(2.0833333, within(1e-7));
    assertThat(usual.z()).isEqualTo(0.0);
    assertThat(usual.burst()).isFalse();
    assertThat(found.get(5)).isEqualTo(new Day(0, 0, 1, false));
  }

  @Test
  void nothingFlaresUpOnADayThatHasASuspiciousPartOfTheArchive() {
    long[][] articles = new long[10][40];
    for (long[] topic : articles) {
      Arrays.fill(topic, 5);
    }
    articles[0][30] = 400;
    assertThat(bursts(judged(articles, totals(articles)))).isEmpty();
    articles[0][30] = 30;
    assertThat(bursts(judged(articles, totals(articles)))).containsExactly("0 on 2022-02-02");
  }

  @Test
  void sixDaysTellNothing() {
    long[] totals = {100, 100, 100, 100, 100, 100, 0, 0};
    assertThat(judged(new long[][] {{1, 1, 1, 90, 1, 1, 0, 0}}, totals)).isEmpty();
  }

  @Test
  void aDayOfTooFewDaysHasNoJudgement(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2022-01-03", null, 7)
            .article("2", "2022-01-05", null, 7)
            .article("3", "2022-01-05", null, 9)
            .article("4", null, null, 9);
    assertThat(SmallCorpus.lines(new TopicDaysTable(), corpus.findings(spark)))
        .containsExactly(
            "[7,2022-01-03,1,1,1.0,null,null,null,null]",
            "[7,2022-01-04,0,0,0.0,null,null,null,null]",
            "[7,2022-01-05,1,2,0.5,null,null,null,null]",
            "[9,2022-01-03,0,1,0.0,null,null,null,null]",
            "[9,2022-01-04,0,0,0.0,null,null,null,null]",
            "[9,2022-01-05,1,2,0.5,null,null,null,null]");
  }

  @Test
  void aPlantedBurstIsFoundOnItsDays() {
    long[][] articles = new long[TOPICS][DAYS];
    for (int day = 0; day < DAYS; day++) {
      double volume = volume(day);
      for (int topic = 0; topic < TOPICS; topic++) {
        boolean burst = topic == 3 && day >= 30 && day < 33;
        articles[topic][day] = draw(volume / TOPICS * (burst ? 3 : 1), 1.5);
      }
    }
    assertThat(bursts(judged(articles, totals(articles))))
        .containsExactly("3 on 2022-02-02", "3 on 2022-02-03", "3 on 2022-02-04");
  }

  @Test
  void aWeekOfFewArticlesADayIsABurstOnTheDaysThatHaveMoreThanUsual() {
    // Four articles a day, in turn on one of eight topics; in a week three a day on the first.
    int[] ofFlood = {3, 3, 0, 3, 3, 3, 3};
    long[] totals = LongStream.generate(() -> 4).limit(DAYS).toArray();
    long[][] articles = new long[8][DAYS];
    for (int day = 0; day < DAYS; day++) {
      boolean flood = day / 7 == 4;
      for (int topic = 0; topic < 8; topic++) {
        articles[topic][day] = flood && topic == 0 ? ofFlood[day % 7] : day % 8 == topic ? 4 : 0;
      }
    }
    List<List<Day>> judged = judged(articles, totals);
    assertThat(bursts(judged))
        .containsExactly(
            "0 on 2022-01-31",
            "0 on 2022-02-01",
            "0 on 2022-02-03",
            "0 on 2022-02-04",
            "0 on 2022-02-05",
            "0 on 2022-02-06");
    assertThat(judged.get(0)).filteredOn(Day::burst).allMatch(day -> day.q() > 0.02);
  }

  @Test
  void withoutBurstsAtMostOneCorpusInTenHasAFalseAlarm() {
    double[] expected = IntStream.range(0, DAYS).mapToDouble(day -> volume(day) / TOPICS).toArray();
    long[] totals =
        IntStream.range(0, DAYS).mapToLong(d -> Math.round(expected[d] * TOPICS)).toArray();
    long alarmed = 0;
    for (int corpus = 0; corpus < CORPORA; corpus++) {
      long[][] articles = new long[TOPICS][DAYS];
      for (int day = 0; day < DAYS; day++) {
        for (int topic = 0; topic < TOPICS; topic++) {
          articles[topic][day] = draw(expected[day], 1.5);
        }
      }
      alarmed += bursts(judged(articles, totals)).isEmpty() ? 0 : 1;
    }
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
