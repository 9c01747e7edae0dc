package dev.broadsheet.articles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Records of the formats that are parsed a whole file at a time, text and CSV. Many small files
 * share a task: one for each 32 MiB or 2,000 files, whichever makes more, and at least two for each
 * core where there are as many files.
 */
final class FileArticles {
  private static final long BYTES_A_TASK = 32L << 20;
  private static final int FILES_A_TASK = 2000;

  private FileArticles() {}

  static Dataset<Row> read(
      SparkSession spark, List<InputFiles.InputFile> files, ArticleFormat format, long maxBytes) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    List<String> paths = files.stream().map(InputFiles.InputFile::path).toList();
    JavaRDD<Row> rows =
        context
            .parallelize(paths, tasks(files, context.defaultParallelism()))
            .flatMap(path -> records(path, format, maxBytes, hadoop.value().value()));
    return spark.createDataFrame(rows, RawRecord.SCHEMA);
  }

  static int tasks(List<InputFiles.InputFile> files, int cores) {
    long bytes = files.stream().mapToLong(InputFiles.InputFile::bytes).sum();
    long wanted = Math.max(bytes / BYTES_A_TASK, files.size() / FILES_A_TASK);
    return (int) Math.min(files.size(), Math.max(wanted, 2L * cores));
  }

  private static Iterator<Row> records(
      String path, ArticleFormat format, long maxBytes, Configuration hadoop) {
    try {
      InputStream in = open(new Path(path), hadoop);
      if (format == ArticleFormat.TEXT) {
        try (in) {
          return List.of(TextArticle.parse(path, in, maxBytes)).iterator();
        }
      }
      return new CsvArticles(path, in, maxBytes);
    } catch (IOException | IllegalArgumentException e) {
      throw new InputException(
          "Cannot read %s: %s. Repair or remove the file.".formatted(path, e.getMessage()), e);
    }
  }

  private static InputStream open(Path path, Configuration hadoop) throws IOException {
    InputStream in = path.getFileSystem(hadoop).open(path);
    CompressionCodec codec = new CompressionCodecFactory(hadoop).getCodec(path);
    return codec == null ? in : codec.createInputStream(in);
  }
}
