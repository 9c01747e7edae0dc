package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampNTZType;
import org.apache.spark.sql.types.TimestampType;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * Rows of Parquet files. Files of one schema are read together, so that files with other columns or
 * another type of date may lie side by side; a file that is no Parquet is one bad record.
 */
final class ParquetArticles {
  private static final String BROKEN = "!";

  private ParquetArticles() {}

  static Dataset<Row> read(SparkSession spark, List<String> paths) {
    Dataset<Row> all = spark.createDataFrame(List.of(), RawRecord.SCHEMA);
    for (var group : bySchema(spark, paths).entrySet()) {
      all =
          all.union(
              group.getKey().startsWith(BROKEN)
                  ? broken(spark, group.getValue(), group.getKey().substring(1))
                  : rows(spark, group.getValue()));
    }
    return all;
  }

  private static TreeMap<String, List<String>> bySchema(SparkSession spark, List<String> paths) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    List<Tuple2<String, String>> schemas =
        context
            .parallelize(paths, Math.min(paths.size(), 2 * context.defaultParallelism()))
            .map(path -> new Tuple2<>(schema(path, hadoop.value().value()), path))
            .collect();
    var groups = new TreeMap<String, List<String>>();
    schemas.forEach(s -> groups.computeIfAbsent(s._1(), key -> new ArrayList<>()).add(s._2()));
    return groups;
  }

  private static String schema(String path, Configuration hadoop) {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), hadoop))) {
      return reader.getFileMetaData().getSchema().toString();
    } catch (IOException | RuntimeException e) {
      return BROKEN + "not a Parquet file";
    }
  }

  private static Dataset<Row> broken(SparkSession spark, List<String> paths, String detail) {
    return spark.createDataFrame(
        paths.stream()
            .map(path -> RawRecord.rejected(path, 1, Rejection.BAD_RECORD, detail, ""))
            .toList(),
        RawRecord.SCHEMA);
  }

  private static Dataset<Row> rows(SparkSession spark, List<String> paths) {
    Dataset<Row> rows =
        spark.read().parquet(paths.stream().map(JsonArticles::escapeGlob).toArray(String[]::new));
    StructType schema = rows.schema();
    boolean usable = isText(schema, "title") && isText(schema, "body");
    Column nothing = lit(null).cast("string");
    return rows.select(
        RawRecord.sourceFile().as("input_file"),
        col("_metadata.row_index").plus(1).as("record"),
        text(schema, "title"),
        text(schema, "date"),
        text(schema, "url"),
        text(schema, "body"),
        (usable ? nothing : lit(Rejection.BAD_RECORD.reason())).as("reason"),
        (usable
                ? nothing
                : lit(
                    "the file has no columns title and body, but "
                        + String.join(", ", schema.fieldNames())))
            .as("detail"),
        (usable ? nothing : left(to_json(struct(col("*"))), lit(RawRecord.RAW_CHARACTERS)))
            .as("raw"));
  }

  private static boolean isText(StructType schema, String column) {
    return java.util.Arrays.stream(schema.fields())
        .anyMatch(f -> f.name().equalsIgnoreCase(column) && isScalar(f.dataType()));
  }

  private static boolean isScalar(DataType type) {
    return !(type instanceof StructType || type instanceof ArrayType || type instanceof MapType);
  }

  private static Column text(StructType schema, String column) {
    if (!isText(schema, column)) {
      return lit(null).cast("string").as(column);
    }
    DataType type =
        java.util.Arrays.stream(schema.fields())
            .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(column))
            .findFirst()
            .orElseThrow()
            .dataType();
    boolean time = type instanceof TimestampType || type instanceof TimestampNTZType;
    return (time ? col(column).cast("date") : col(column)).cast("string").as(column);
  }
}
