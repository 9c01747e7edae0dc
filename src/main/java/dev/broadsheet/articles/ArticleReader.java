package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.regexp_replace;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads every record of the input, of all formats, and says of each whether it is an article. */
public final class ArticleReader {
  private ArticleReader() {}

  /**
   * All records, one row each: input_file, record (1-based), title, published, url, canonical_url,
   * source, body, defects, reason, detail, raw, read_as, date_form, lost_url. For an article,
   * {@code reason}, {@code detail} and {@code raw} are null; for anything else {@code reason} is
   * one of {@link Rejection}. {@code read_as} and {@code date_form} say what was found by looking,
   * and how the date is written; both are empty where nothing is to be said.
   *
   * @throws InputException while the rows are computed, where a file cannot be read
   */
  public static Dataset<Row> read(SparkSession spark, InputFiles input, ReadOptions options) {
    BytesRead bytes = BytesRead.in(spark);
    List<Dataset<Row>> parts = new ArrayList<>();
    for (ArticleFormat format : ArticleFormat.values()) {
      List<InputFiles.InputFile> files = input.files(format);
      if (files.isEmpty()) {
        continue;
      }
      Sample sample = Sample.of(files, options.sample());
      parts.add(
          switch (format) {
            case TEXT, CSV, XML -> FileArticles.read(spark, sample, format, options, bytes);
            case JSONL -> JsonArticles.read(spark, sample, options, bytes);
            case PARQUET -> ParquetArticles.read(spark, sample, options, bytes);
          });
    }
    Dataset<Row> records =
        parts.stream().reduce(Dataset::union).orElseThrow(IllegalArgumentException::new);
    Dataset<Row> named =
        records.withColumn("input_file", ZipFiles.shown(withoutUser(col("input_file"))));
    PathDates paths = PathDates.of(input.files().stream().map(InputFiles.InputFile::path).toList());
    return Validation.of(named, options, paths);
  }

  /** The same, where nothing is said but the most bytes of title and body together. */
  public static Dataset<Row> read(SparkSession spark, InputFiles input, long maxBytes) {
    return read(spark, input, ReadOptions.of(maxBytes));
  }

  /** Strikes user and password from a URI, so that they reach no table. */
  static Column withoutUser(Column uri) {
    return regexp_replace(uri, "^([a-z0-9+.-]+://)[^/@]*@", "$1");
  }
}
