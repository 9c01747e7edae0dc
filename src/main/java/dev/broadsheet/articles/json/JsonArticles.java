package dev.broadsheet.articles.json;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.fields.Sample;
import dev.broadsheet.articles.input.BytesRead;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.input.FileRecords;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Records of JSON files: one value a line, several, arrays, or lists inside of objects, as the
 * start of each file tells. Large files of lines are split between tasks; as a part does not know
 * how many records come before it, those of files in several parts are counted in a first, cheap
 * pass.
 */
public final class JsonArticles {
  private static final long LEAST_A_PART = 4L << 20;

  /**
   * A part of a file: the lines that begin in it; {@code before} is how many numbers are taken. No
   * record, because Kryo cannot write one.
   */
  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    private final String path;
    private final long start;
    private final long end;
    private final long before;

    Part(String path, long start, long end, long before) {
      this.path = path;
      this.start = start;
      this.end = end;
      this.before = before;
    }

    Part after(long numbers) {
      return new Part(path, start, end, numbers);
    }
  }

  private JsonArticles() {}

  public static JavaRDD<Row> read(
      SparkSession spark, Sample sample, ReadOptions options, BytesRead bytes) {
    List<InputFiles.InputFile> files = sample.files();
    long most = sample.records();
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    long size = partSize(spark, files, context.defaultParallelism());
    List<Part> parts = new ArrayList<>();
    List<Part> unnumbered = new ArrayList<>();
    for (InputFiles.InputFile file : files) {
      if (file.bytes() > size
          && !sample.isPart()
          && isSplittable(file.path(), hadoop.value().value(), options)) {
        for (long start = 0; start < file.bytes(); start += size) {
          unnumbered.add(new Part(file.path(), start, start + size, 0));
        }
      } else {
        parts.add(new Part(file.path(), 0, Long.MAX_VALUE, 0));
      }
    }
    if (!unnumbered.isEmpty()) {
      List<Long> numbers =
          context
              .parallelize(unnumbered, unnumbered.size())
              .map(part -> numbers(part, hadoop.value().value(), options))
              .collect();
      parts.addAll(numbered(unnumbered, numbers));
    }
    int tasks = FileRecords.tasks(files, parts.size(), context.defaultParallelism());
    return context
        .parallelize(parts, Math.max(unnumbered.size(), tasks))
        .flatMap(part -> records(part, hadoop.value().value(), most, options, bytes));
  }

  /** As Spark's own readers do it: at most what is set, and less where cores would be idle. */
  private static long partSize(SparkSession spark, List<InputFiles.InputFile> files, int cores) {
    long most =
        JavaUtils.byteStringAsBytes(spark.conf().get("spark.sql.files.maxPartitionBytes", "128m"));
    long bytes = files.stream().mapToLong(InputFiles.InputFile::bytes).sum();
    return Math.min(most, Math.max(LEAST_A_PART, bytes / cores + 1));
  }

  private static boolean isSplittable(String path, Configuration hadoop, ReadOptions options) {
    try {
      var bytes = new FileBytes(path, hadoop, options.namedEncoding());
      return bytes.isPlain() && bytes.other().isEmpty() && look(bytes, options).byLines();
    } catch (IOException | RuntimeException e) {
      throw InputException.unreadable(path, e);
    }
  }

  private static List<Part> numbered(List<Part> parts, List<Long> numbers) {
    Map<String, Long> before = new HashMap<>();
    List<Part> numbered = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      long taken = before.merge(part.path, numbers.get(i), Long::sum);
      numbered.add(part.after(taken - numbers.get(i)));
    }
    return Collections.unmodifiableList(numbered);
  }

  private static long numbers(Part part, Configuration hadoop, ReadOptions options) {
    try {
      var bytes = new FileBytes(part.path, hadoop, options.namedEncoding());
      long start = lineStart(bytes, part);
      try (InputStream in = bytes.openAt(start)) {
        return JsonLines.numbers(in, start, part.end, options.maxBytes());
      }
    } catch (IOException | RuntimeException e) {
      throw InputException.unreadable(part.path, e);
    }
  }

  /** Where the first line begins that begins in the part, or the part's end if none does. */
  private static long lineStart(FileBytes bytes, Part part) throws IOException {
    if (part.start == 0) {
      return 0;
    }
    long at = part.start - 1;
    try (InputStream in = bytes.openAt(at)) {
      int b = in.read();
      // No further, or a line of n parts would be read n times.
      while (b >= 0 && b != '\n' && at + 1 < part.end) {
        at++;
        b = in.read();
      }
    }
    return at + 1;
  }

  private static JsonLook look(FileBytes bytes, ReadOptions options) {
    JsonLook look =
        JsonLook.at(JsonText.MAPPER.getFactory(), bytes.head(), bytes.isComplete(), options);
    return bytes.encoding().map(look::saying).orElse(look);
  }

  private static Iterator<Row> records(
      Part part, Configuration hadoop, long most, ReadOptions options, BytesRead counter) {
    try {
      var bytes = new FileBytes(part.path, hadoop, options.namedEncoding(), Optional.of(counter));
      if (bytes.other().isPresent()) {
        return FileRecords.of(part.path, bytes.other().get());
      }
      JsonLook look = look(bytes, options);
      if (!look.byLines()) {
        return FileRecords.of(
            part.path, new JsonStream(part.path, bytes, look, options.maxBytes()), most);
      }
      long start = lineStart(bytes, part);
      return FileRecords.of(
          part.path,
          new JsonLines(
              part.path,
              bytes.openAt(start),
              start,
              part.end,
              part.before,
              look,
              options.maxBytes()),
          most);
    } catch (IOException | RuntimeException e) {
      throw InputException.unreadable(part.path, e);
    }
  }
}
