package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.make_valid_utf8;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.sql.Date;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Decides for every record, whatever its format, whether it is an article, in one place. A record
 * that is none gets the first reason that holds, in the order of {@link Rejection}'s use below.
 */
final class Validation {
  private static final UserDefinedFunction CANONICAL_URL =
      udf((UDF1<String, String>) url -> CanonicalUrl.of(url).orElse(null), DataTypes.StringType);

  private static final UserDefinedFunction WITH_SCHEME =
      udf((UDF1<String, String>) CanonicalUrl::withScheme, DataTypes.StringType);

  /** What programs write that have nothing to write. */
  private static final Object[] NOTHING = {
    "None",
    "none",
    "null",
    "NULL",
    "Null",
    "nan",
    "NaN",
    "NAN",
    "NaT",
    "N/A",
    "n/a",
    "NA",
    "<NA>",
    "undefined",
    "\\N",
    "-",
    "--",
    "\u2013",
    "&nbsp;",
    "{}",
    "[]"
  };

  private static final int MOST_OF_NOTHING = 16;

  /** Forms of dates about which nothing needs to be said. */
  private static final Object[] PLAIN_FORMS = {"yyyyMMdd", "yyyy-MM-dd"};

  private Validation() {}

  /**
   * From {@link RawRecord#SCHEMA} and defects to input_file, record, title, published, url,
   * canonical_url, source, body, defects, reason, detail, raw, read_as, date_form, lost_url; {@code
   * reason} is null for an article. An address that is none costs the address, which goes to {@code
   * lost_url}, not the article.
   */
  static Dataset<Row> of(Dataset<Row> records, ReadOptions options) {
    long maxBytes = options.maxBytes();
    UserDefinedFunction day = day(options.dates());
    return records
        .withColumn(
            "encoded", validEncoding("title").and(validEncoding("body")).and(validEncoding("url")))
        .withColumn("title", something("title", oneLine(col("title"))))
        .withColumn("body", something("body", clean(col("body"))))
        .withColumn("date", emptyToNull(something("date", oneLine(col("date")))))
        .withColumn("url", emptyToNull(something("url", oneLine(col("url")))))
        .withColumn("day", day.apply(col("date")))
        .withColumn("published", col("day.published"))
        .withColumn("date_form", nullIf(col("day.form").isin(PLAIN_FORMS), col("day.form")))
        .withColumn("canonical_url", CANONICAL_URL.apply(col("url")))
        .withColumn(
            "source",
            regexp_extract(
                col("canonical_url"),
                "^https?://(?:(?:www|m|amp|mobile)\\.(?=[^/:?]*\\.))*([^/:?#]+)",
                1))
        .withColumn("source", emptyToNull(col("source")))
        .withColumn("raw_url", col("url"))
        .withColumn("lost_url", when(col("canonical_url").isNull(), col("url")))
        .withColumn("url", when(col("canonical_url").isNotNull(), withScheme()))
        .withColumn("reason", coalesce(col("reason"), reason(maxBytes)))
        .withColumn("detail", coalesce(col("detail"), detail(maxBytes)))
        .withColumn("raw", when(col("reason").isNotNull(), coalesce(col("raw"), raw())))
        .select(
            "input_file",
            "record",
            "title",
            "published",
            "url",
            "canonical_url",
            "source",
            "body",
            "defects",
            "reason",
            "detail",
            "raw",
            "read_as",
            "date_form",
            "lost_url");
  }

  private static Column withScheme() {
    return when(col("url").startsWith("http"), col("url")).otherwise(WITH_SCHEME.apply(col("url")));
  }

  private static Column validEncoding(String column) {
    Column value = col(column);
    return value.isNull().or(is_valid_utf8(value).and(not(value.contains("\0"))));
  }

  private static Column oneLine(Column text) {
    return regexp_replace(
        make_valid_utf8(text),
        "^[\\s\\p{Z}\\p{Cc}\uFEFF]+|[\\s\\p{Z}\\p{Cc}]+$|([\\s\\p{Z}\\p{Cc}]+)",
        " ");
  }

  private static Column clean(Column text) {
    Column lines = regexp_replace(make_valid_utf8(text), "\\r\\n?", "\n");
    Column printable = regexp_replace(lines, "[\\p{Cc}&&[^\\n\\t]]", "");
    return regexp_replace(printable, "^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
  }

  private static Column emptyToNull(Column text) {
    return when(length(text).gt(0), text);
  }

  /** The cleaned text, unless what was read says that there is none; long texts are not asked. */
  private static Column something(String column, Column cleaned) {
    Column nothing =
        octet_length(col(column)).leq(MOST_OF_NOTHING).and(trim(col(column)).isin(NOTHING));
    return when(coalesce(not(nothing), lit(true)), cleaned);
  }

  private static Column nullIf(Column condition, Column value) {
    return when(not(condition), value);
  }

  /** From a text to the day, the form and the problem of {@link Dates.Reading}. */
  private static UserDefinedFunction day(Dates dates) {
    return udf(
        (UDF1<String, Row>)
            text -> {
              Dates.Reading reading = dates.read(text);
              return RowFactory.create(
                  reading.day().map(Date::valueOf).orElse(null), reading.form(), reading.problem());
            },
        StructType.fromDDL("published date, form string, problem string"));
  }

  private static Column reason(long maxBytes) {
    return when(not(col("encoded")), Rejection.BAD_ENCODING.reason())
        .when(isBlank("title"), Rejection.MISSING_TITLE.reason())
        .when(isBlank("body"), Rejection.MISSING_BODY.reason())
        .when(bytes().gt(maxBytes), Rejection.TOO_LARGE.reason())
        .when(col("day.problem").notEqual(""), Rejection.BAD_DATE.reason());
  }

  private static Column detail(long maxBytes) {
    Column reason = col("reason");
    return when(reason.equalTo(Rejection.BAD_ENCODING.reason()), "not UTF-8, or with NUL")
        .when(reason.equalTo(Rejection.MISSING_TITLE.reason()), "no title")
        .when(reason.equalTo(Rejection.MISSING_BODY.reason()), "no body")
        .when(
            reason.equalTo(Rejection.TOO_LARGE.reason()),
            concat(bytes(), lit(" bytes; the limit is " + maxBytes + " (--max-article-bytes)")))
        .when(reason.equalTo(Rejection.BAD_DATE.reason()), col("day.problem"));
  }

  private static Column isBlank(String column) {
    return coalesce(length(regexp_replace(col(column), "[\\s\\p{Z}\\p{Cf}]+", "")), lit(0))
        .equalTo(0);
  }

  private static Column bytes() {
    return octet_length(col("title")).plus(octet_length(col("body")));
  }

  private static Column raw() {
    return left(
        concat_ws("\n", col("title"), col("date"), col("raw_url"), col("body")),
        lit(RawRecord.RAW_CHARACTERS));
  }
}
