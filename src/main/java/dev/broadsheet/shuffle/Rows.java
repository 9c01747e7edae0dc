package dev.broadsheet.shuffle;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
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
   * Some columns of rows, from the plan that these have already: to plan a query of these columns
   * alone takes as long as to pass over some thousand documents.
   */
  public static JavaRDD<Row> of(Dataset<Row> rows, List<String> columns) {
    StructType schema = rows.schema();
    int[] places = columns.stream().mapToInt(schema::fieldIndex).toArray();
    return rows.queryExecution()
        .toRdd()
        .toJavaRDD()
        .mapPartitions(some -> new Columns(some, schema, places));
  }

  /** A row for each row, of the columns at some places. */
  private static final class Columns implements Iterator<Row> {
    private final Iterator<InternalRow> rows;
    private final int[] places;
    private final DataType[] types;
    private final List<Function1<Object, Object>> values;

    Columns(Iterator<InternalRow> rows, StructType schema, int[] places) {
      this.rows = rows;
      this.places = places;
      types =
          IntStream.of(places).mapToObj(p -> schema.apply(p).dataType()).toArray(DataType[]::new);
      values = Stream.of(types).map(CatalystTypeConverters::createToScalaConverter).toList();
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Row next() {
      InternalRow row = rows.next();
      Object[] chosen = new Object[places.length];
      for (int i = 0; i < chosen.length; i++) {
        chosen[i] = values.get(i).apply(row.get(places[i], types[i]));
      }
      return RowFactory.create(chosen);
    }
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
