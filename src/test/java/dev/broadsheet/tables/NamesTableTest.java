package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten days of ten articles: Orlin is in the first of each day, and in all of the last day but one;
 * Renwick in an undated article, and in another that has no topic.
 */
@SparkTest
class NamesTableTest {
  private static Findings findings;

  @BeforeAll
  static void prepare(SparkSession spark) {
    List<Row> articles = new ArrayList<>();
    List<Row> topics = new ArrayList<>();
    List<Row> names = new ArrayList<>();
    for (int day = 1; day <= 10; day++) {
      for (int i = 0; i < 10; i++) {
        String id = day + "-" + i;
        articles.add(
            RowFactory.create(
                id,
                "2022-01-%02d".formatted(day),
                // Of the flare the third and the fourth are headlined, the fourth a copy.
                i == 2 || i == 3 ? "ORLIN speaks" : "Other news",
                100L - i,
                i == 3 ? "3" : null));
        topics.add(RowFactory.create(id, day < 6 ? 7 : 3, 1));
        topics.add(RowFactory.create(id, 9, 2));
        if (i == 0 || day == 9) {
          names.add(RowFactory.create(id, "Orlin"));
        }
      }
    }
    articles.add(RowFactory.create("undated", null, "Renwick", 1L, null));
    topics.add(RowFactory.create("undated", 4, 1));
    articles.add(RowFactory.create("no topic", "2022-01-05", "Selwyn", 1L, null));
    names.add(RowFactory.create("undated", "Renwick"));
    names.add(RowFactory.create("no topic", "Renwick"));
    names.add(RowFactory.create("no topic", "Selwyn"));
    findings =
        new SomeFindings(spark)
            .articles(
                rows(
                        spark,
                        articles,
                        "article_id string, published string, title string, words bigint, duplicate_of string")
                    .withColumn("published", col("published").cast("date")))
            .articleTopics(rows(spark, topics, "article_id string, topic_id int, rank int"))
            .names(rows(spark, names, "article_id string, name string"))
            .all();
  }

  private static Dataset<Row> rows(SparkSession spark, List<Row> rows, String ddl) {
    return spark.createDataFrame(rows, StructType.fromDDL(ddl));
  }

  @Test
  void aNameHasItsArticlesAndDaysAndTheCommonestMainTopic() {
    List<String> rows =
        new NamesTable()
                .rows(findings)
                .select("name", "articles", "first_seen", "last_seen", "topic_id")
                .orderBy("name")
                .collectAsList()
                .stream()
                .map(Row::toString)
                .toList();
    assertThat(rows)
        .containsExactly(
            "[Orlin,19,2022-01-01,2022-01-10,3]",
            "[Renwick,2,2022-01-05,2022-01-05,4]",
            "[Selwyn,1,2022-01-05,2022-01-05,null]");
  }

  @Test
  void aDayIsSurprisingAgainstTheUsualShareOfItsArticles() {
    List<Row> rows = new NameDaysTable().rows(findings).orderBy("name", "day").collectAsList();

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
                double p = row.<Double>getAs("p");
                assertThat(row.<Double>getAs("q")).isBetween(30 * p, 30 * p * 1.006);
              } else {
                assertThat(row.<Double>getAs("z")).isBetween(-1.0, 1.0);
                assertThat(row.<Double>getAs("q")).isEqualTo(1);
              }
            });
  }
}
