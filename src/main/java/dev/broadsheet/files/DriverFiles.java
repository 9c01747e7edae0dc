package dev.broadsheet.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.TaskAttemptID;
import org.apache.hadoop.mapreduce.task.TaskAttemptContextImpl;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.execution.datasources.OutputWriter;
import org.apache.spark.sql.execution.datasources.OutputWriterFactory;
import org.apache.spark.sql.execution.datasources.parquet.ParquetFileFormat;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Map$;

/** Folders of one file that are written without a job. */
public final class DriverFiles {
  private static final String FILE = "/part-00000";

  private DriverFiles() {}

  /** Writes rows as Parquet, in their order, by Spark's own writer. */
  public static void parquet(SparkSession spark, String folder, StructType schema, List<Row> rows) {
    try {
      Job job = Job.getInstance(spark.sessionState().newHadoopConf());
      OutputWriterFactory factory =
          new ParquetFileFormat().prepareWrite(spark, job, Map$.MODULE$.empty(), schema);
      var context = new TaskAttemptContextImpl(job.getConfiguration(), new TaskAttemptID());
      String file = folder + FILE + factory.getFileExtension(context);
      OutputWriter writer = factory.newInstance(file, schema, context);
      var converter = CatalystTypeConverters.createToCatalystConverter(schema);
      rows.forEach(row -> writer.write((InternalRow) converter.apply(row)));
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a line of text. */
  static void line(SparkSession spark, String folder, String line) {
    Configuration hadoop = spark.sessionState().newHadoopConf();
    var file = new Path(folder + FILE + ".txt");
    try (var out = file.getFileSystem(hadoop).create(file, false)) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
