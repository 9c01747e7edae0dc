package dev.broadsheet.articles;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.fields.Sample;
import dev.broadsheet.articles.formats.FileArticles;
import dev.broadsheet.articles.formats.ParquetArticles;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.BytesRead;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.articles.json.JsonArticles;
import dev.broadsheet.articles.records.Rejection;
import dev.broadsheet.dates.PathDates;
import dev.broadsheet.shuffle.Rows;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Reads every record of the input, of all formats, and says of each whether it is an article. */
public final class ArticleReader {
  /**
   * The columns of a record. For an article, {@code reason}, {@code detail} and {@code raw} are
   * null; for anything else {@code reason} is one of {@link Rejection}. {@code read_as} and {@code
   * date_form} say what was found by looking, and how the date is written; both are empty where
   * nothing is to be said. {@code record} is 1-based.
   */
  public static final StructType SCHEMA = Validation.VALIDATED;

  private ArticleReader() {}

  /**
   * All records, one row each, with the columns of {@link #SCHEMA}.
   *
   * @throws InputException while the rows are computed, where a file cannot be read
   */
  public static JavaRDD<Row> records(SparkSession spark, InputFiles input, ReadOptions options) {
    BytesRead bytes = BytesRead.in(spark);
    List<JavaRDD<Row>> parts = new ArrayList<>();
    for (ArticleFormat format : ArticleFormat.values()) {
      List<InputFiles.InputFile> files = input.files(format);
      if (files.isEmpty()) {
        continue;
      }
      Sample sample = Sample.of(files, options.sample());
      parts.add(
          switch (format) {
            case TEXT, CSV, XML, MARKDOWN, HTML, MAIL ->
                FileArticles.read(spark, sample, format, options, bytes);
            case JSONL -> JsonArticles.read(spark, sample, options, bytes);
            case PARQUET -> ParquetArticles.read(spark, sample, options, bytes);
          });
    }
    JavaRDD<Row> records =
        parts.stream().reduce(JavaRDD::union).orElseThrow(IllegalArgumentException::new);
    PathDates paths = PathDates.of(input.files().stream().map(InputFiles.InputFile::path).toList());
    return Validation.of(records, options, paths);
  }

  /** The same as a table. */
  public static Dataset<Row> read(SparkSession spark, InputFiles input, ReadOptions options) {
    return Rows.dataset(spark, records(spark, input, options), SCHEMA);
  }

  /** The same, where nothing is said but the most bytes of title and body together. */
  public static Dataset<Row> read(SparkSession spark, InputFiles input, long maxBytes) {
    return read(spark, input, ReadOptions.of(maxBytes));
  }
}
