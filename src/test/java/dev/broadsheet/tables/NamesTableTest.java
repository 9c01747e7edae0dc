package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.statistics.StandardNormal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten days of ten articles: Orlin is in the first of each day, and in all of the last day but one;
 * Renwick in an undated article, and in another that has no topic.
 */
@SparkTest
class NamesTableTest {
  private static Findings findings;

  private static UnaryOperator<Article> on(int main, int... others) {
    int[] topics = IntStream.concat(IntStream.of(main), IntStream.of(others)).toArray();
    double[] weights = IntStream.of(topics).mapToDouble(topic -> 1.0 / topics.length).toArray();
    return article -> article.withTopics(topics, weights);
  }

  @BeforeAll
  static void prepare(SparkSession spark) {
    var corpus = new SmallCorpus();
    for (int day = 1; day <= 10; day++) {
      for (int i = 0; i < 10; i++) {
        String id = day + "-" + i;
        String date = "2022-01-%02d".formatted(day);
        // Of the flare the third and the fourth are headlined, the fourth a copy.
        if (i == 3) {
          corpus.duplicate(id, date, null, null, "3");
        } else {
          corpus.article(id, date, null, null);
        }
        corpus
            .titled(i == 2 || i == 3 ? "ORLIN speaks" : "Other news", 100 - i)
            .with(on(day < 6 ? 7 : 3, 9));
        if (i == 0 || day == 9) {
          corpus.with(article -> article.withNames("Orlin"));
        }
      }
    }
    findings =
        corpus
            .article("undated", null, null, null)
            .with(on(4))
            .with(article -> article.withNames("Renwick"))
            .article("no topic", "2022-01-05", null, null)
            .with(article -> article.withNames("Renwick", "Selwyn"))
            .findings(spark);
  }

  @Test
  void aNameHasItsArticlesAndDaysAndTheCommonestMainTopic() {
    List<String> rows = SmallCorpus.lines(new NamesTable(), findings);
    assertThat(rows)
        .containsExactly(
            "[Orlin,19,2022-01-01,2022-01-10,3]",
            "[Renwick,2,2022-01-05,2022-01-05,4]",
            "[Selwyn,1,2022-01-05,2022-01-05,null]");
  }

  @Test
  void aDayIsSurprisingAgainstTheUsualShareOfItsArticles() {
    List<Row> rows = SmallCorpus.rows(new NameDaysTable(), findings);

    assertThat(rows).hasSize(10);
    assertThat(rows).extracting(row -> row.<String>getAs("name")).containsOnly("Orlin");
    IntStream.range(0, 10)
        .forEach(
            i -> {
              Row row = rows.get(i);
              boolean flare = i == 8;
              // The share of all other days without the flare, and half an article more.
              double expected = flare ? 10 * 9.5 / 90 : 10 * 8.5 / 80;
              assertThat(row.<Long>getAs("articles")).isEqualTo(flare ? 10 : 1);
              assertThat(row.<String>getAs("example_article_id"))
                  .isEqualTo(flare ? "9-2" : (i + 1) + "-0");
              assertThat(row.<Double>getAs("expected")).isCloseTo(expected, within(1e-9));
              if (flare) {
                assertThat(row.<Double>getAs("z")).isGreaterThan(3);
                // Of three names on ten days this is the only surprise.
                double p = StandardNormal.above(row.<Double>getAs("z"));
                assertThat(row.<Double>getAs("q")).isBetween(30 * p, 30 * p * 1.006);
              } else {
                assertThat(row.<Double>getAs("z")).isBetween(-1.0, 1.0);
                assertThat(row.<Double>getAs("q")).isEqualTo(1);
              }
            });
  }
}
