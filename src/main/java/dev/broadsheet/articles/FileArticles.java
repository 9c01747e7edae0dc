package dev.broadsheet.articles;

import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Records of the formats that are parsed a whole file at a time: text, CSV and XML. Many small
 * files share a task: one for each 32 MiB or 2,000 files, whichever makes more, and at least two
 * for each core where there are as many files.
 */
final class FileArticles {
  private static final long BYTES_A_TASK = 32L << 20;
  private static final int FILES_A_TASK = 2000;

  /** Java takes a buffer of that size from the system for each read, and most files are small. */
  static final int BUFFER = 4096;

  private static final Pattern NO_CODEC = Pattern.compile("Class \\S*?(\\w+)Codec was not found");

  private FileArticles() {}

  static JavaRDD<Row> read(
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
        .parallelize(sample.paths(), tasks(files, files.size(), context.defaultParallelism()))
        .flatMap(path -> records(path, format, most, options, hadoop.value().value(), bytes));
  }

  /** How many tasks read these files, which are that many parts. */
  static int tasks(List<InputFiles.InputFile> files, int parts, int cores) {
    long bytes = files.stream().mapToLong(InputFiles.InputFile::bytes).sum();
    long wanted = Math.max(bytes / BYTES_A_TASK, files.size() / FILES_A_TASK);
    return (int) Math.min(parts, Math.max(wanted, 2L * cores));
  }

  private static Iterator<Row> records(
      String path,
      ArticleFormat format,
      long most,
      ReadOptions options,
      Configuration hadoop,
      BytesRead counter) {
    try {
      if (format == ArticleFormat.TEXT) {
        try (InputStream in = open(new Path(path), hadoop, counter)) {
          return List.of(TextArticle.parse(path, in, options)).iterator();
        }
      }
      var bytes = new FileBytes(path, hadoop, options.namedEncoding(), Optional.of(counter));
      if (format == ArticleFormat.XML) {
        return naming(path, new XmlArticles(path, bytes, options), most);
      }
      Iterator<Row> articles =
          bytes.other().isPresent()
              ? otherFormat(path, bytes.other().get())
              : new CsvArticles(path, bytes, options);
      return naming(path, articles, most);
    } catch (IOException | RuntimeException e) {
      throw unreadable(path, e);
    }
  }

  /** The one record of a file that is no text. */
  static Iterator<Row> otherFormat(String path, OtherFormat format) {
    return List.of(
            RawRecord.rejected(path, 1, Rejection.BAD_RECORD, "the file is " + format.advice(), ""))
        .iterator();
  }

  /** As many of these records; where they cannot be read, the failure names the file. */
  static Iterator<Row> naming(String path, Iterator<Row> records, long most) {
    return new Iterator<>() {
      private long left = most;

      @Override
      public boolean hasNext() {
        try {
          return left > 0 && records.hasNext();
        } catch (RuntimeException e) {
          throw unreadable(path, e);
        }
      }

      @Override
      public Row next() {
        left--;
        try {
          return records.next();
        } catch (RuntimeException e) {
          throw unreadable(path, e);
        }
      }
    };
  }

  /** What to throw where a file cannot be read. */
  static InputException unreadable(String path, Exception failure) {
    if (failure instanceof InputException known) {
      return known;
    }
    Throwable cause = failure instanceof UncheckedIOException io ? io.getCause() : failure;
    Matcher codec = NO_CODEC.matcher(String.valueOf(cause.getMessage()));
    if (codec.find()) {
      return new InputException(
          "Cannot read %s: its compression, %s, is not known here. Write it with zstd or gzip."
              .formatted(path, codec.group(1).toLowerCase(Locale.ROOT)),
          cause);
    }
    return new InputException(
        "Cannot read %s: %s. Repair or remove the file."
            .formatted(ZipFiles.shown(path), why(cause)),
        cause);
  }

  private static String why(Throwable cause) {
    if (cause.getMessage() != null) {
      return cause.getMessage();
    }
    return cause instanceof EOFException ? "it ends too early" : cause.getClass().getSimpleName();
  }

  /** A file's bytes, unpacked. */
  static InputStream open(Path path, Configuration hadoop) throws IOException {
    return unpacked(path, raw(path, hadoop), hadoop);
  }

  private static InputStream open(Path path, Configuration hadoop, BytesRead counter)
      throws IOException {
    return unpacked(path, counter.counting(raw(path, hadoop)), hadoop);
  }

  /**
   * A file's bytes as they are. Hadoop looks at each file of this machine several times before it
   * reads.
   */
  static InputStream raw(Path path, Configuration hadoop) throws IOException {
    FileSystem fs = PlainFiles.of(path, hadoop);
    if (fs instanceof RawLocalFileSystem) {
      var file = new File(path.toUri().getPath());
      if (file.isFile()) {
        return new FileInputStream(file);
      }
    }
    return fs.open(path, BUFFER);
  }

  private static InputStream unpacked(Path path, InputStream in, Configuration hadoop)
      throws IOException {
    Packing packing = Packing.of(path, hadoop).orElse(null);
    return packing == null ? in : packing.unpacked(in);
  }
}
