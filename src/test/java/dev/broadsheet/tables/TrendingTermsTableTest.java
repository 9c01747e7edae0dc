package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class TrendingTermsTableTest {
  private static final LocalDate FIRST = LocalDate.of(2022, 1, 3);
  private static final int EVERYWHERE = 0;
  private static final int NEW = 7;
  private static final int VOCABULARY = 100;

  private static Row document(String id, int week, int... terms) {
    double[] weights = new double[terms.length];
    for (int i = 0; i < terms.length; i++) {
      weights[i] = terms[i] == NEW && (id.equals("3-05") || id.equals("3-06")) ? 0.9 : 0.1;
    }
    return RowFactory.create(id, FIRST.plusWeeks(week), Vectors.sparse(VOCABULARY, terms, weights));
  }

  private static List<Row> trending(SparkSession spark, List<Row> documents) {
    Dataset<Row> rows =
        spark.createDataFrame(
            documents,
            new StructType()
                .add("article_id", DataTypes.StringType)
                .add("period_start", DataTypes.DateType)
                .add("tfidf", SQLDataTypes.VectorType()));
    return TrendingTermsTable.trending(rows, VOCABULARY).collectAsList();
  }

  @Test
  void aTermOfTheLastWeekIsJudgedByTheWeeksBefore(SparkSession spark) {
    // Three weeks of ten articles, then one of twenty, nine of them with a new term.
    List<Row> documents = new ArrayList<>();
    for (int week = 0; week < 4; week++) {
      for (int i = 0; i < (week == 3 ? 20 : 10); i++) {
        String id = "%d-%02d".formatted(week, i);
        documents.add(
            week == 3 && i < 9
                ? document(id, week, EVERYWHERE, NEW)
                : document(id, week, EVERYWHERE, 10 + i));
      }
    }
    assertThat(trending(spark, documents))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.getAs("period_start").toString()).isEqualTo("2022-01-24");
              assertThat(row.<Integer>getAs("term")).isEqualTo(NEW);
              assertThat(row.<Long>getAs("articles")).isEqualTo(9);
              // Half an article of thirty makes a third of twenty.
              assertThat(row.<Double>getAs("expected")).isCloseTo(1 / 3.0, within(1e-12));
              // P(X >= 9) is 6.0844e-5 where that is the mean and 1 + 20 / 30 times it the variance
              // (scipy.stats.nbinom.sf); all terms are tested.
              assertThat(row.<Double>getAs("z")).isCloseTo(3.842702, within(1e-6));
              assertThat(row.<Double>getAs("q")).isBetween(0.0060843, 0.0060845 * 1.005);
              assertThat(row.<String>getAs("example_article_id")).isEqualTo("3-05");
            });
  }
}
