package dev.broadsheet.articles.formats;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.fields.Sample;
import dev.broadsheet.articles.input.BytesRead;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.articles.input.PlainFiles;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import dev.broadsheet.shuffle.Rows;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Rows of Parquet files, of which only the columns are read that are needed. Files of one schema
 * are read together, so that files with other columns or another type of date may lie side by side;
 * a file that is no Parquet is one bad record.
 */
public final class ParquetArticles {
  private static final String BROKEN = "!";

  /** What a file's end says of it. No record, because Kryo cannot write one. */
  private static final class Footer implements Serializable {
    private static final long serialVersionUID = 1;

    private final String path;
    private final String schema;
    private final long records;

    Footer(String path, String schema, long records) {
      this.path = path;
      this.schema = schema;
      this.records = records;
    }

    String path() {
      return path;
    }

    long records() {
      return records;
    }
  }

  private ParquetArticles() {}

  public static JavaRDD<Row> read(
      SparkSession spark, Sample sample, ReadOptions options, BytesRead bytes) {
    Dataset<Row> all = spark.createDataFrame(List.of(), RawRecord.SCHEMA);
    Map<String, Long> sizes =
        sample.files().stream()
            .collect(toMap(InputFiles.InputFile::path, InputFiles.InputFile::bytes));
    for (var group : bySchema(spark, sample.paths()).entrySet()) {
      List<String> paths = group.getValue().stream().map(Footer::path).toList();
      long size = paths.stream().mapToLong(sizes::get).sum();
      long records = group.getValue().stream().mapToLong(Footer::records).sum();
      Dataset<Row> rows =
          group.getKey().startsWith(BROKEN)
              ? broken(spark, paths, group.getKey().substring(1))
              : readable(spark, paths, options, record -> bytes.counting(record, records, size));
      all = all.union(sample.isPart() ? rows.limit(rows(sample, paths.size())) : rows);
    }
    return Rows.of(
        all.withColumn("texts_valid", isValid("title").and(isValid("body")))
            .withColumn("url_valid", isValid("url")));
  }

  /** Asked before texts become Java's, which hold no malformed bytes. */
  private static Column isValid(String column) {
    return col(column).isNull().or(is_valid_utf8(col(column)));
  }

  private static int rows(Sample sample, int files) {
    return (int) Math.min(Integer.MAX_VALUE, sample.records() * files);
  }

  private static TreeMap<String, List<Footer>> bySchema(SparkSession spark, List<String> paths) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop =
        context.broadcast(
            new SerializableConfiguration(PlainFiles.in(context.hadoopConfiguration())));
    List<Footer> footers =
        context
            .parallelize(paths, Math.min(paths.size(), 2 * context.defaultParallelism()))
            .map(path -> footer(path, hadoop.value().value()))
            .collect();
    var groups = new TreeMap<String, List<Footer>>();
    footers.forEach(f -> groups.computeIfAbsent(f.schema, key -> new ArrayList<>()).add(f));
    return groups;
  }

  private static Footer footer(String path, Configuration hadoop) {
    try {
      var file = HadoopInputFile.fromPath(new Path(path), hadoop);
      var all = HadoopReadOptions.builder(hadoop, new Path(path));
      try (var reader = ParquetFileReader.open(file, all.build());
          var found = ParquetFileReader.open(file, all.withRange(0, file.getLength()).build())) {
        MessageType schema = reader.getFileMetaData().getSchema();
        boolean whole =
            reader.getRecordCount() == found.getRecordCount()
                && reader.getRowGroups().stream().allMatch(group -> hasAllRows(group, schema));
        return whole
            ? new Footer(path, schema.toString(), reader.getRecordCount())
            : new Footer(path, BROKEN + "a damaged Parquet file, of which rows are lost", 0);
      }
    } catch (IOException | RuntimeException e) {
      return new Footer(path, BROKEN + "not a Parquet file", 0);
    }
  }

  /**
   * Whether a row group has as many rows as values in columns of one value a row. Spark passes over
   * rows of which it says fewer, and over a group whose place is none in the file, without a word.
   */
  private static boolean hasAllRows(BlockMetaData group, MessageType schema) {
    return group.getColumns().stream()
        .filter(column -> schema.getMaxRepetitionLevel(column.getPath().toArray()) == 0)
        .allMatch(column -> column.getValueCount() == group.getRowCount());
  }

  private static Dataset<Row> broken(SparkSession spark, List<String> paths, String detail) {
    return spark.createDataFrame(
        paths.stream()
            .map(path -> RawRecord.rejected(path, 1, Rejection.BAD_RECORD, detail, ""))
            .toList(),
        RawRecord.SCHEMA);
  }

  /** Whatever Spark cannot read is told of by the first file's name. */
  private static Dataset<Row> readable(
      SparkSession spark, List<String> paths, ReadOptions options, UnaryOperator<Column> counting) {
    String first = paths.get(0);
    try (var reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new Path(first), PlainFiles.in(spark.sparkContext().hadoopConfiguration())))) {
      return rows(spark, reader.getFileMetaData().getSchema(), paths, options, counting);
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them.
      throw InputException.unreadable(first, e);
    }
  }

  private static Dataset<Row> rows(
      SparkSession spark,
      MessageType message,
      List<String> paths,
      ReadOptions options,
      UnaryOperator<Column> counting) {
    var columns = new ParquetColumns(message, options.dates().zone());
    Fields fields = options.columns().resolve(columns.names(), columns.texts());
    Optional<String> problem = columns.problem(fields);
    var export = new ParquetExport(columns);
    Dataset<Row> rows =
        spark
            .read()
            .option("parquet.page.verify-checksum.enabled", true)
            .options(PlainFiles.OPTIONS)
            .schema(columns.schema(fields, export.asked(), problem.isPresent()))
            .parquet(paths.stream().map(ParquetArticles::escapeGlob).toArray(String[]::new));
    Column nothing = lit(null).cast("string");
    Column raw =
        rows.columns().length == 0
            ? lit("")
            : left(
                to_json(
                    struct(
                        Arrays.stream(rows.columns())
                            .map(c -> col(quoted(c)))
                            .toArray(Column[]::new))),
                lit(RawRecord.RAW_CHARACTERS));
    String readAs =
        Stream.of(fields.said(columns.texts()), export.said())
            .filter(said -> !said.isEmpty())
            .collect(joining(", "));
    Column beside = problem.isPresent() ? nothing : export.kind();
    return rows.select(
        RawRecord.sourceFile().as("input_file"),
        counting.apply(col("_metadata.row_index").plus(1)).as("record"),
        problem.isPresent() ? nothing : joined(columns, fields, ArticleField.TITLE, " "),
        problem.isPresent() ? nothing : joined(columns, fields, ArticleField.DATE, " "),
        problem.isPresent() ? nothing : joined(columns, fields, ArticleField.URL, " "),
        problem.isPresent() ? nothing : joined(columns, fields, ArticleField.BODY, "\n\n"),
        problem
            .map(p -> lit(Rejection.BAD_RECORD.reason()))
            .orElse(when(beside.isNotNull(), lit(RawRecord.LEFT_OUT)))
            .as("reason"),
        problem.map(p -> lit(p)).orElse(beside).as("detail"),
        (problem.isPresent() ? raw : when(beside.isNotNull(), lit(""))).as("raw"),
        lit(readAs).as("read_as"));
  }

  private static Column joined(
      ParquetColumns columns, Fields fields, ArticleField field, String between) {
    Column[] parts = fields.of(field).stream().map(columns::text).toArray(Column[]::new);
    return parts.length == 0
        ? lit(null).cast("string")
        : parts.length == 1 ? parts[0] : concat_ws(between, parts);
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  /** Spark takes paths as globs; these are files already found. */
  static String escapeGlob(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}
