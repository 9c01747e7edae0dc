package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.fields.Sample;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.BytesRead;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.input.FileRecords;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.articles.input.PlainFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Records of the formats that are parsed a whole file at a time: text, pages, CSV and XML. Many
 * small files share a task.
 */
public final class FileArticles {
  private FileArticles() {}

  public static JavaRDD<Row> read(
      SparkSession spark,
      Sample sample,
      ArticleFormat format,
      ReadOptions options,
      BytesRead bytes) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    List<InputFiles.InputFile> files = sample.files();
    long most = sample.records();
    return context
        .parallelize(
            sample.paths(), FileRecords.tasks(files, files.size(), context.defaultParallelism()))
        .flatMap(path -> records(path, format, most, options, hadoop.value().value(), bytes));
  }

  private static Iterator<Row> records(
      String path,
      ArticleFormat format,
      long most,
      ReadOptions options,
      Configuration hadoop,
      BytesRead counter) {
    try {
      if (format == ArticleFormat.TEXT || format == ArticleFormat.HTML) {
        try (InputStream in = PlainFiles.unpacked(new Path(path), hadoop, counter)) {
          return format == ArticleFormat.TEXT
              ? TextArticle.parse(path, in, options).iterator()
              : List.of(HtmlPage.parse(path, in, options)).iterator();
        }
      }
      var bytes = new FileBytes(path, hadoop, options.namedEncoding(), Optional.of(counter));
      if (format == ArticleFormat.XML) {
        return FileRecords.of(path, new XmlArticles(path, bytes, options), most);
      }
      Iterator<Row> articles =
          bytes.other().isPresent()
              ? FileRecords.of(path, bytes.other().get())
              : new CsvArticles(path, bytes, options);
      return FileRecords.of(path, articles, most);
    } catch (IOException | RuntimeException e) {
      throw InputException.unreadable(path, e);
    }
  }
}
