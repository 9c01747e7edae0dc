package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.Period;
import dev.broadsheet.tables.SmallCorpus.Entry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.commons.math3.special.Erf;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SparkTest
class KeynessTableTest {
  private static final KeynessTable TABLE = new KeynessTable();

  /** Two weeks of a paper and a wire, and articles that lack a day or a source. */
  private static final SmallCorpus CORPUS =
      new SmallCorpus()
          .article("a1", "2026-11-16", "paper", 1, "city", "council", "decides", "vote")
          .article("a2", "2026-11-17", "paper", 1, "city", "school")
          .article("a3", "2026-11-18", "wire", 1, "city", "bank", "rate")
          .article("a4", "2026-11-19", "wire", 1, "city", "bank", "vote")
          .article("a5", "2026-11-22", null, 1, "city", "council")
          .article("b1", "2026-11-23", "paper", 1, "city", "flood", "school")
          .article("b2", "2026-11-23", "wire", 1, "city", "flood", "bank")
          .article("b3", "2026-11-24", "wire", 1, "city", "flood", "rate")
          .article("c1", null, "wire", 1, "city", "flood", "bank", "rate")
          .duplicate("d1", "2026-11-24", "paper", 1, "b3")
          .verbs("decides");

  private static final DateContrast DAYS =
      DateContrast.parse("2026-11-16..2026-11-17:2026-11-23..2026-11-24");

  /** What a row must say, worked out from the articles one by one. */
  private record Expected(String term, long a, long b, double logOdds, double z, double p) {}

  private static List<Expected> expected(Predicate<Entry> inA, Predicate<Entry> inB) {
    List<Entry> all = CORPUS.articles().stream().filter(x -> !x.terms().isEmpty()).toList();
    List<Entry> a = all.stream().filter(inA).toList();
    List<Entry> b = all.stream().filter(inB).toList();
    double prior = Math.min(a.size(), b.size());
    return Arrays.stream(CORPUS.terms())
        .filter(term -> !term.equals("decides"))
        .filter(term -> with(term, all) < all.size() && with(term, a) + with(term, b) > 0)
        .map(
            term -> {
              double alpha = prior * with(term, all) / all.size();
              double[] yes = {with(term, a) + alpha, with(term, b) + alpha};
              double[] no = {a.size() + prior - yes[0], b.size() + prior - yes[1]};
              double logOdds = Math.log(yes[0] * no[1] / (no[0] * yes[1]));
              double variance = 1 / yes[0] + 1 / no[0] + 1 / yes[1] + 1 / no[1];
              double z = logOdds / Math.sqrt(variance);
              return new Expected(
                  term,
                  with(term, a),
                  with(term, b),
                  logOdds,
                  z,
                  Erf.erfc(Math.abs(z) / Math.sqrt(2)));
            })
        .toList();
  }

  private static long with(String term, List<Entry> articles) {
    return articles.stream().filter(article -> article.terms().contains(term)).count();
  }

  private static void check(
      List<Row> rows, String comparison, Predicate<Entry> inA, Predicate<Entry> inB) {
    List<Expected> expected = expected(inA, inB);
    long sizeA = CORPUS.articles().stream().filter(x -> !x.terms().isEmpty()).filter(inA).count();
    for (String side : List.of("a", "b")) {
      int sign = side.equals("a") ? 1 : -1;
      List<Expected> best =
          expected.stream()
              .filter(e -> sign * e.z() > 1e-9)
              .sorted(Comparator.comparingDouble((Expected e) -> -sign * e.z()))
              .toList();
      List<Row> found =
          rows.stream()
              .filter(row -> row.getString(0).equals(comparison) && row.getString(1).equals(side))
              .toList();
      assertThat(found).as("%s, %s", comparison, side).hasSameSizeAs(best);
      for (int i = 0; i < best.size(); i++) {
        Row row = found.get(i);
        Expected e =
            expected.stream()
                .filter(x -> x.term().equals(row.getString(3)))
                .findFirst()
                .orElseThrow();
        assertThat(row.getInt(2)).isEqualTo(i + 1);
        assertThat(row.getLong(4)).isEqualTo(e.a());
        assertThat(row.getLong(5)).isEqualTo(e.b());
        assertThat(row.getDouble(6)).isCloseTo((double) e.a() / sizeA, within(1e-12));
        assertThat(row.getDouble(8)).isCloseTo(e.logOdds(), within(1e-9));
        assertThat(row.getDouble(9)).isCloseTo(e.z(), within(1e-9));
        assertThat(row.getDouble(9)).as("rank %d", i + 1).isCloseTo(best.get(i).z(), within(1e-9));
        double q =
            expected.stream()
                .filter(x -> x.p() >= e.p() - 1e-9)
                .mapToDouble(
                    x ->
                        x.p()
                            * expected.size()
                            / expected.stream().filter(y -> y.p() <= x.p() + 1e-9).count())
                .min()
                .orElseThrow();
        assertThat(row.getDouble(10)).isCloseTo(Math.min(1, q), within(1e-9));
      }
    }
  }

  private static List<Row> rows;

  @BeforeAll
  static void compute(SparkSession spark) {
    rows = SmallCorpus.rows(TABLE, CORPUS.findings(spark, Period.WEEK, Optional.of(DAYS)));
  }

  @Test
  void everyComparisonIsThatOfAnIndependentCount() {
    assertThat(rows.stream().map(row -> row.getString(0)).distinct())
        .containsExactly(
            "2026-11-16..2026-11-17 against 2026-11-23..2026-11-24",
            "2026-W48 against the rest",
            "source paper against the rest",
            "source wire against the rest");
    check(
        rows,
        "2026-W48 against the rest",
        x -> x.id().startsWith("b"),
        x -> x.id().startsWith("a"));
    check(
        rows,
        "source paper against the rest",
        x -> "paper".equals(x.source()),
        x -> !"paper".equals(x.source()));
    check(
        rows,
        "source wire against the rest",
        x -> "wire".equals(x.source()),
        x -> !"wire".equals(x.source()));
    check(
        rows,
        "2026-11-16..2026-11-17 against 2026-11-23..2026-11-24",
        x -> List.of("a1", "a2").contains(x.id()),
        x -> x.id().startsWith("b"));
  }

  @Test
  void numbersWorkedOutByHand() {
    Row flood =
        rows.stream()
            .filter(row -> row.getString(0).startsWith("2026-W48") && row.getString(1).equals("a"))
            .findFirst()
            .orElseThrow();
    // 3 of 3 articles of the week, 0 of 5 of the other; in the corpus 4 of 9, worth 3 articles.
    // alpha = 4/3; odds (3 + 4/3) / (6 - 13/3) = 2.6 and (4/3) / (8 - 4/3) = 0.2; ln 13 = 2.5649;
    // variance 3/13 + 3/5 + 3/4 + 3/20 = 1.7308.
    assertThat(flood.getString(3)).isEqualTo("flood");
    assertThat(flood.getDouble(6)).isEqualTo(1);
    assertThat(flood.getDouble(7)).isZero();
    assertThat(flood.getDouble(8)).isCloseTo(2.5649, within(1e-4));
    assertThat(flood.getDouble(9)).isCloseTo(1.9496, within(1e-4));
  }

  @Test
  void withoutTwoSidesThereIsNothingToCompare(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("1", "2026-11-23", "paper", 1, "flood", "river")
            .article("2", "2026-11-24", "paper", 1, "bank", "rate");
    assertThat(SmallCorpus.rows(TABLE, corpus.findings(spark, Period.WEEK, Optional.empty())))
        .isEmpty();
  }
}
