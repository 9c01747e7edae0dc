package dev.broadsheet.shuffle;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;
import scala.Function1;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of Spark SQL as objects, and objects as rows. */
public final class Rows {
  private Rows() {}

  /**
   * What {@code toJavaRDD} returns, by the converters that functions of users have: its decoder
   * looks a method up by reflection for each text of a row where queries are interpreted.
   */
  public static JavaRDD<Row> of(Dataset<Row> rows) {
    StructType schema = rows.schema();
    return rows.queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(
            some -> {
              Function1<Object, Object> row = CatalystTypeConverters.createToScalaConverter(schema);
              return CollectionConverters.asJava(
                  CollectionConverters.asScala(some).map(internal -> (Row) row.apply(internal)));
            });
  }

  /**
   * What {@code createDataFrame} returns, by the same converters and for the same reason: its
   * encoder takes several times as long for each text and each element of an array. Nothing checks
   * the values against the schema.
   */
  public static Dataset<Row> dataset(SparkSession spark, JavaRDD<Row> rows, StructType schema) {
    JavaRDD<InternalRow> internal =
        rows.mapPartitions(
            some -> {
              Function1<Object, Object> row =
                  CatalystTypeConverters.createToCatalystConverter(schema);
              return CollectionConverters.asJava(
                  CollectionConverters.asScala(some).map(r -> (InternalRow) row.apply(r)));
            });
    return ((org.apache.spark.sql.classic.SparkSession) spark)
        .internalCreateDataFrame(internal.rdd(), schema, false);
  }
}
