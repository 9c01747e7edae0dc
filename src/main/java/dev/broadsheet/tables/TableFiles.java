package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.files.DriverFiles;
import dev.broadsheet.shuffle.ByHash;
import dev.broadsheet.shuffle.Rows;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Writes tables as Parquet files into folders of their own, each sorted by {@link Table#order}; a
 * table without rows has its file and schema all the same.
 */
public final class TableFiles {
  private static final long ARTICLES_A_FILE = 1_000_000;

  private final SparkSession spark;
  private final String folder;
  private final long articles;

  /**
   * The files of a run.
   *
   * @param folder the folder of all tables
   * @param articles how many articles the run has, which alone decides the number of files
   */
  public TableFiles(SparkSession spark, String folder, long articles) {
    this.spark = spark;
    this.folder = folder;
    this.articles = articles;
  }

  /** Writes a table that is on the cluster. */
  public void write(Table table, JavaRDD<Row> rows) {
    int files = files(table, articles);
    Dataset<Row> all = Rows.dataset(spark, rows, nullable(table));
    Dataset<Row> placed =
        files == 1 ? all.repartition(1) : all.repartition(files, col(table.order().get(0)));
    writePlaced(
        table,
        placed.sortWithinPartitions(
            table.order().stream().map(c -> col(c).asc_nulls_first()).toArray(Column[]::new)));
  }

  /**
   * Writes a table of which several rows are made of one object: that is less to send and to sort.
   *
   * @param objects by the first column of the table's order, a text; no two of one
   * @param rows of an object, in the table's order
   */
  <T> void write(
      Table table, JavaPairRDD<String, T> objects, FlatMapFunction<Tuple2<String, T>, Row> rows) {
    var file = new ByHash(files(table, articles));
    JavaRDD<Row> placed =
        objects.repartitionAndSortWithinPartitions(file, RowOrder.OF_TEXTS).flatMap(rows);
    writePlaced(table, Rows.dataset(spark, placed, nullable(table)));
  }

  private void writePlaced(Table table, Dataset<Row> rows) {
    rows.write()
        .mode(SaveMode.ErrorIfExists)
        .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false")
        // The operator's spark.sql.files.maxRecordsPerFile would part what is one file.
        .option("maxRecordsPerFile", 0)
        .parquet(path(table));
  }

  /**
   * Over how many files a table is spread, by the hash of the first column of its order.
   *
   * @param articles how many articles the run has, which alone decides
   */
  static int files(Table table, long articles) {
    return table.growth() == Table.Growth.ARTICLES ? (int) (1 + articles / ARTICLES_A_FILE) : 1;
  }

  /**
   * Writes a table whose rows are on the driver, in one file and without a job; rows of a table
   * without an order keep theirs.
   */
  public void write(Table table, List<Row> rows) {
    DriverFiles.parquet(
        spark,
        path(table),
        nullable(table),
        rows.stream().sorted(RowOrder.of(table, table.order())).toList());
  }

  private String path(Table table) {
    return folder + "/" + table.name();
  }

  /** That no value is missing is for the audit to say, not for the writer to fail on. */
  private static StructType nullable(Table table) {
    return new StructType(
        Arrays.stream(table.schema().fields())
            .map(f -> new StructField(f.name(), f.dataType(), true, f.metadata()))
            .toArray(StructField[]::new));
  }
}
