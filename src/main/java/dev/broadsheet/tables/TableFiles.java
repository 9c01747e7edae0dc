package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;

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
    sorted(table, spark.createDataFrame(rows, nullable(table)))
        .write()
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

  private Dataset<Row> sorted(Table table, Dataset<Row> rows) {
    int files = files(table, articles);
    Dataset<Row> placed =
        files == 1 ? rows.repartition(1) : rows.repartition(files, col(table.order().get(0)));
    return placed.sortWithinPartitions(
        table.order().stream().map(c -> col(c).asc_nulls_first()).toArray(Column[]::new));
  }

  /**
   * Writes a table whose rows are on the driver, in one file and without a job, by Spark's own
   * writer; rows of a table without an order keep theirs.
   */
  public void write(Table table, List<Row> rows) {
    StructType schema = nullable(table);
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      OutputWriterFactory factory =
          new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), schema);
      var context = new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
      String file = path(table) + "/part-00000" + factory.getFileExtension(context);
      OutputWriter writer = factory.newInstance(file, schema, context);
      var converter = CatalystTypeConverters.createToCatalystConverter(schema);
      rows.stream()
          .sorted(RowOrder.of(table, table.order()))
          .forEach(row -> writer.write((InternalRow) converter.apply(row)));
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
