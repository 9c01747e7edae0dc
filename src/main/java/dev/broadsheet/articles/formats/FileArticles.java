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
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Records of the formats that are parsed a whole file at a time: text, Markdown, pages, mail, CSV
 * and XML. Many small files share a task.
 */
public final class FileArticles {
  private static final Set<ArticleFormat> WHOLE =
      EnumSet.of(ArticleFormat.TEXT, ArticleFormat.MARKDOWN, ArticleFormat.HTML);

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

  private static List<Row> whole(
      String path, InputStream in, ArticleFormat format, ReadOptions options) throws IOException {
    return switch (format) {
      case MARKDOWN -> List.of(MarkdownArticle.parse(path, in, options));
      case HTML -> List.of(HtmlPage.parse(path, in, options));
      default -> TextArticle.parse(path, in, options);
    };
  }

  private static Iterator<Row> records(
      String path,
      ArticleFormat format,
      long most,
      ReadOptions options,
      Configuration hadoop,
      BytesRead counter) {
    try {
      if (WHOLE.contains(format)) {
        try (InputStream in = PlainFiles.unpacked(new Path(path), hadoop, counter)) {
          return whole(path, in, format, options).iterator();
        }
      }
      if (format == ArticleFormat.MAIL) {
        InputStream in = PlainFiles.unpacked(new Path(path), hadoop, counter);
        return FileRecords.of(path, new MailArticles(path, in, options), most);
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
