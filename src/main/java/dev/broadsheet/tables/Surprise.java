package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.arrays_zip;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.tables.Baseline.Count;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/**
 * How surprising counts are, given those to expect. {@code p} is the probability of so many
 * articles or more by chance, under the negative binomial distribution; {@code z} is the standard
 * normal deviate of p, below 0 where there are surprisingly few, and 0 where the count is as
 * expected; {@code q} is the false discovery rate of all counts at least as surprising (Benjamini
 * and Hochberg 1995). Flares are looked for, so p has one side.
 */
final class Surprise {
  /** With fewer periods that have articles there is nothing usual. */
  static final int LEAST_PERIODS = 7;

  private static final double LEAST_P = 1e-300;

  /** Steps of p in a power of ten, by which it is rounded up for q. */
  private static final int STEPS = 500;

  private static final ArrayType FORECASTS =
      DataTypes.createArrayType(StructType.fromDDL("expected double, z double, p double"), false);

  private static final UserDefinedFunction FORECAST =
      udf(
          (UDF4<Seq<Long>, Seq<Long>, Long, Long, Row[]>)
              (articles, totals, volume, periods) -> {
                List<Count> counts =
                    IntStream.range(0, articles.size())
                        .mapToObj(i -> new Count(i, articles.apply(i), totals.apply(i)))
                        .toList();
                return forecasts(counts, volume, periods);
              },
          FORECASTS);

  private static final UserDefinedFunction Z =
      udf(
          (UDF3<Long, Double, Double, Double>)
              (articles, expected, dispersion) ->
                  expected > 0 ? z(new NegativeBinomial(expected, dispersion), articles) : 0.0,
          DataTypes.DoubleType);

  private static final UserDefinedFunction TWO_SIDED =
      udf((UDF1<Double, Double>) z -> 2 * StandardNormal.above(Math.abs(z)), DataTypes.DoubleType);

  private Surprise() {}

  /**
   * The surprise of each count, from all other periods of its series. What is expected is the usual
   * share of the series in the period's volume, so that a gap in the crawl is no trend.
   *
   * @param counts series, period, articles, and what else is to stay beside them; periods without
   *     articles of a series may be left out
   * @param volumes period, total; every period once
   * @return counts with total, expected, z and p; p is null in a period without articles, as all
   *     are where there are fewer than {@link #LEAST_PERIODS} with
   */
  static Dataset<Row> of(
      Dataset<Row> counts, Dataset<Row> volumes, String period, String... series) {
    Column[] key = Arrays.stream(series).map(name -> col(name)).toArray(Column[]::new);
    Column[] others =
        Arrays.stream(counts.columns())
            .filter(name -> !name.equals(period) && !List.of(series).contains(name))
            .map(name -> col(name))
            .toArray(Column[]::new);
    Column count = struct(with(new Column[] {col(period)}, with(others, col("total"))));
    Dataset<Row> whole =
        volumes.agg(sum("total").as("volume"), count_if(col("total").gt(0)).as("periods"));
    Column forecast =
        FORECAST.apply(col("counts.articles"), col("counts.total"), col("volume"), col("periods"));
    return counts
        .join(broadcast(volumes), period)
        .groupBy(key)
        .agg(sort_array(collect_list(count)).as("counts"))
        .crossJoin(broadcast(whole))
        .withColumn("forecasts", forecast)
        .select(with(key, inline(arrays_zip(col("counts"), col("forecasts")))))
        .select(with(key, col("counts.*"), col("forecasts.*")));
  }

  private static Row[] forecasts(List<Count> counts, long volume, long periods) {
    if (periods < LEAST_PERIODS) {
      return counts.stream().map(c -> RowFactory.create(null, null, null)).toArray(Row[]::new);
    }
    List<Count> present = counts.stream().filter(c -> c.articles() > 0).toList();
    Baseline baseline = Baseline.of(present, volume, periods);
    return counts.stream().map(c -> forecast(baseline.without(c), c)).toArray(Row[]::new);
  }

  private static Row forecast(Baseline others, Count count) {
    if (count.total() == 0) {
      return RowFactory.create(0.0, 0.0, null);
    }
    NegativeBinomial forecast = others.forecast(count.total());
    return RowFactory.create(
        forecast.mean(), z(forecast, count.articles()), forecast.atLeast(count.articles()));
  }

  /**
   * z of a count.
   *
   * @param articles a bigint
   * @param dispersion variance over mean, at least 1, which is Poisson's
   */
  static Column z(Column articles, Column expected, Column dispersion) {
    return Z.apply(articles, expected, dispersion);
  }

  static double z(NegativeBinomial expected, long articles) {
    return articles > expected.mean()
        ? StandardNormal.deviate(expected.atLeast(articles))
        : 0 - StandardNormal.deviate(expected.atMost(articles));
  }

  /** The probability of a standard normal deviate as far from 0 as z, to either side. */
  static Column twoSided(Column z) {
    return TWO_SIDED.apply(z);
  }

  /** Adds q to rows with p; each family of rows is judged by itself, and is all of its tests. */
  static Dataset<Row> withFalseDiscoveryRate(Dataset<Row> rows, String... family) {
    Column[] key = Arrays.stream(family).map(name -> col(name)).toArray(Column[]::new);
    return withFalseDiscoveryRate(rows, sum("rows").over(Window.partitionBy(key)), family);
  }

  /**
   * Adds q to rows with p, null where p is null. For q, p is rounded up by at most half a percent,
   * so that the rows need not be sorted.
   *
   * @param tests how many tests a family has, with those that are no rows because nothing happened
   */
  static Dataset<Row> withFalseDiscoveryRate(Dataset<Row> rows, Column tests, String... family) {
    Column[] key = Arrays.stream(family).map(name -> col(name)).toArray(Column[]::new);
    String[] keyAndStep =
        Stream.concat(Arrays.stream(family), Stream.of("step")).toArray(String[]::new);
    Dataset<Row> stepped =
        rows.withColumn("step", ceil(log10(greatest(col("p"), lit(LEAST_P))).multiply(STEPS)));
    var upTo = Window.partitionBy(key).orderBy("step");
    var from = Window.partitionBy(key).orderBy(col("step").desc());
    Dataset<Row> rates =
        stepped
            .where(col("p").isNotNull())
            .groupBy(with(key, col("step")))
            .agg(count(lit(1)).as("rows"))
            .withColumn("tests", tests)
            .withColumn("found", sum("rows").over(upTo))
            .withColumn(
                "rate",
                pow(lit(10.0), col("step").divide(STEPS))
                    .multiply(col("tests"))
                    .divide(col("found")))
            .withColumn("q", least(lit(1.0), min("rate").over(from)))
            .select(with(key, col("step"), col("q")));
    return stepped.join(broadcast(rates), keyAndStep, "left").drop("step");
  }

  private static Column[] with(Column[] key, Column... more) {
    return Stream.concat(Arrays.stream(key), Arrays.stream(more)).toArray(Column[]::new);
  }
}
