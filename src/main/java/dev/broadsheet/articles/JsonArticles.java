package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Records of JSON lines, with large files split between tasks. A record's number is its line's. As
 * a split does not know how many lines come before it, they are counted in a first, cheap pass.
 */
final class JsonArticles {
  private static final String CORRUPT = "corrupt";
  private static final StructType FIELDS =
      StructType.fromDDL("title string, date string, url string, body string")
          .add(CORRUPT, DataTypes.StringType);

  private JsonArticles() {}

  static Dataset<Row> read(SparkSession spark, List<String> paths, long maxBytes) {
    Dataset<Row> lines =
        spark
            .read()
            .text(paths.stream().map(JsonArticles::escapeGlob).toArray(String[]::new))
            .select(
                col("value"),
                RawRecord.sourceFile().as("file"),
                col("_metadata.file_block_start").as("split"),
                monotonically_increasing_id().as("position"));
    Column line = regexp_replace(make_valid_utf8(col("value")), "^\uFEFF", "");
    Column json = col("json");
    return lines
        .join(broadcast(firstLines(lines)), new String[] {"file", "split"})
        .withColumn("record", col("position").plus(col("shift")))
        .where(length(trim(col("value"))).gt(0))
        .withColumn(
            "reason",
            when(not(is_valid_utf8(col("value"))), Rejection.BAD_ENCODING.reason())
                .when(octet_length(col("value")).gt(maxBytes), Rejection.TOO_LARGE.reason()))
        .withColumn(
            "json",
            when(
                col("reason").isNull(),
                from_json(
                    line,
                    FIELDS,
                    Map.of("mode", "PERMISSIVE", "columnNameOfCorruptRecord", CORRUPT))))
        .withColumn(
            "reason",
            coalesce(
                col("reason"),
                when(
                    json.getField(CORRUPT).isNotNull().or(json.isNull()),
                    Rejection.BAD_RECORD.reason())))
        .select(
            col("file").as("input_file"),
            col("record"),
            json.getField("title").as("title"),
            json.getField("date").as("date"),
            json.getField("url").as("url"),
            json.getField("body").as("body"),
            col("reason"),
            when(col("reason").equalTo(Rejection.BAD_ENCODING.reason()), "not UTF-8")
                .when(
                    col("reason").equalTo(Rejection.TOO_LARGE.reason()),
                    lit("more than " + maxBytes + " bytes (--max-article-bytes)"))
                .when(col("reason").isNotNull(), "not a JSON object")
                .as("detail"),
            when(col("reason").isNotNull(), left(line, lit(RawRecord.RAW_CHARACTERS))).as("raw"));
  }

  /** For each split of a file: what to add to a line's position to get its number in the file. */
  private static Dataset<Row> firstLines(Dataset<Row> lines) {
    var before =
        Window.partitionBy("file")
            .orderBy("split")
            .rowsBetween(Window.unboundedPreceding(), Window.currentRow());
    return lines
        .groupBy("file", "split")
        .agg(count(lit(1)).as("lines"), min("position").as("first"))
        .select(
            col("file"),
            col("split"),
            sum("lines").over(before).minus(col("lines")).minus(col("first")).plus(1).as("shift"));
  }

  /** Spark takes paths as globs; these are files already found. */
  static String escapeGlob(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?])", "\\\\$1");
  }
}
