package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.dates.Period;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TrendingTermsTableTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);

  @Test
  void aTermOfTheLastWeekIsJudgedByTheWeeksBefore(SparkSession spark) {
    // Three weeks of ten articles, then one of twenty, nine of them with a new term.
    var corpus = new SmallCorpus();
    for (int week = 0; week < 4; week++) {
      for (int i = 0; i < (week == 3 ? 20 : 10); i++) {
        String id = "%d-%02d".formatted(week, i);
        String day = FIRST.plusWeeks(week).toString();
        if (week == 3 && i < 9) {
          // The sixth has it seven times, and the seventh too.
          int count = i == 5 || i == 6 ? 7 : 1;
          corpus
              .article(id, day, null, 1, "everywhere", "new", "says")
              .with(a -> a.withTerms(a.terms(), new int[] {1, count, 1}));
        } else {
          corpus.article(id, day, null, 1, "everywhere", "old " + i);
        }
      }
    }
    // Nominals are "everywhere", "new" and these twenty; "says" is as new, and none.
    corpus.verbs("says");
    int terms = 22;
    assertThat(
            SmallCorpus.rows(
                new TrendingTermsTable(), corpus.findings(spark, Period.WEEK, Optional.empty())))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getAs("period_start").toString()).isEqualTo("2022-01-24");
              assertThat(row.<String>getAs("term")).isEqualTo("new");
              assertThat(row.<Long>getAs("articles")).isEqualTo(9);
              // Half an article of thirty makes a third of twenty.
              assertThat(row.<Double>getAs("expected")).isCloseTo(1 / 3.0, within(1e-12));
              // P(X >= 9) is 6.0844e-5 where that is the mean and 1 + 20 / 30 times it the variance
              // (scipy.stats.nbinom.sf); all terms are tested.
              assertThat(row.<Double>getAs("z")).isCloseTo(3.842702, within(1e-6));
              assertThat(row.<Double>getAs("q"))
                  .isBetween(terms * 6.0843e-5, terms * 6.0845e-5 * 1.005);
              assertThat(row.<String>getAs("example_article_id")).isEqualTo("3-05");
            });
    assertThat(corpus.terms()).hasSize(terms + 1);
  }
}
