package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.util.DoubleComparator;
import org.junit.jupiter.api.Test;

@SparkTest
class SurpriseTest {
  @Test
  void theFalseDiscoveryRateIsThatOfBenjaminiAndHochberg(SparkSession spark) {
    // The example of their paper (1995, p. 295): 15 tests, four of them found at 0.05.
    List<Double> p =
        List.of(
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
            0.5719, 0.6528, 0.7590, 1.0);
    Dataset<Row> rows = spark.createDataset(p, Encoders.DOUBLE()).toDF("p");

    List<Row> found = Surprise.withFalseDiscoveryRate(rows).orderBy("p").collectAsList();

    double q = 1;
    for (int i = p.size() - 1; i >= 0; i--) {
      q = Math.min(q, p.get(i) * p.size() / (i + 1));
      assertThat(found.get(i).<Double>getAs("q")).isBetween(q * 0.999999, q * 1.006);
    }
    assertThat(found).filteredOn(row -> row.<Double>getAs("q") <= 0.05).hasSize(4);
  }

  @Test
  void familiesAreJudgedByThemselvesAndTestsWithoutRowsCount(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql(
            "values ('a', 0.01d), ('a', 0.5d), ('b', 0.01d), ('b', null), ('c', 0d) as t(family, p)");
    assertThat(
            Surprise.withFalseDiscoveryRate(rows, "family")
                .selectExpr("family || ' ' || round(q, 2)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("a 0.02", "a 0.5", "b 0.01", null, "c 0.0");
    assertThat(
            Surprise.withFalseDiscoveryRate(rows, lit(10), "family")
                .selectExpr("family || ' ' || round(q, 2)")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactlyInAnyOrder("a 0.1", "a 1.0", "b 0.1", null, "c 0.0");
  }

  @Test
  void aDeviateIsNegativeWhereThereIsLess(SparkSession spark) {
    Dataset<Row> rows =
        spark.sql(
            "values (9L, 4.2d, 1d), (9L, 4.2d, 2d), (4L, 4.2d, 1d), (0L, 4.2d, 1d), (0L, 0d, 1d)"
                + " as t(articles, expected, dispersion)");
    assertThat(
            rows.select(Surprise.z(col("articles"), col("expected"), col("dispersion")))
                .as(Encoders.DOUBLE())
                .collectAsList())
        .usingComparatorForType(new DoubleComparator(1e-4), Double.class)
        .containsExactly(1.9121, 1.3820, 0.0, -2.1702, 0.0);
  }

  @Test
  void aTestOfTwoSidesTakesBoth(SparkSession spark) {
    assertThat(
            spark
                .sql("values (1.959964d), (-1.959964d) as t(z)")
                .select(Surprise.twoSided(col("z")))
                .as(Encoders.DOUBLE())
                .collectAsList())
        .allSatisfy(p -> assertThat(p).isCloseTo(0.05, within(1e-6)));
  }
}
