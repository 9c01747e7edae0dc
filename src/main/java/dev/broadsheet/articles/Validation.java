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
import static org.apache.spark.sql.functions.try_to_date;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/**
 * Decides for every record, whatever its format, whether it is an article, in one place. A record
 * that is none gets the first reason that holds, in the order of {@link Rejection}'s use below.
 */
final class Validation {
  /** Years outside of this range are slips of the pen, and would make a table of days endless. */
  private static final int FIRST_YEAR = 1600;

  private static final int LAST_YEAR = 2199;

  private static final UserDefinedFunction CANONICAL_URL =
      udf((UDF1<String, String>) url -> CanonicalUrl.of(url).orElse(null), DataTypes.StringType);

  private Validation() {}

  /**
   * From {@link RawRecord#SCHEMA} and defects to input_file, record, title, published, url,
   * canonical_url, source, body, defects, reason, detail, raw; {@code reason} is null for an
   * article.
   */
  static Dataset<Row> of(Dataset<Row> records, long maxBytes) {
    return records
        .withColumn(
            "encoded", validEncoding("title").and(validEncoding("body")).and(validEncoding("url")))
        .withColumn("title", oneLine(col("title")))
        .withColumn("body", clean(col("body")))
        .withColumn("date", emptyToNull(oneLine(col("date"))))
        .withColumn("url", emptyToNull(oneLine(col("url"))))
        .withColumn("published", date())
        .withColumn("canonical_url", CANONICAL_URL.apply(col("url")))
        .withColumn(
            "source", regexp_extract(col("canonical_url"), "^https?://(?:www\\.)?([^/:?]+)", 1))
        .withColumn("source", emptyToNull(col("source")))
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
            "raw");
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

  private static Column date() {
    Column day =
        when(col("date").rlike("^[0-9]{8}$"), try_to_date(col("date"), "yyyyMMdd"))
            .when(
                col("date").rlike("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
                try_to_date(col("date"), "yyyy-MM-dd"));
    return when(year(day).between(FIRST_YEAR, LAST_YEAR), day);
  }

  private static Column reason(long maxBytes) {
    return when(not(col("encoded")), Rejection.BAD_ENCODING.reason())
        .when(isBlank("title"), Rejection.MISSING_TITLE.reason())
        .when(isBlank("body"), Rejection.MISSING_BODY.reason())
        .when(bytes().gt(maxBytes), Rejection.TOO_LARGE.reason())
        .when(col("date").isNotNull().and(col("published").isNull()), Rejection.BAD_DATE.reason())
        .when(
            col("url").isNotNull().and(col("canonical_url").isNull()), Rejection.BAD_URL.reason());
  }

  private static Column detail(long maxBytes) {
    Column reason = col("reason");
    return when(reason.equalTo(Rejection.BAD_ENCODING.reason()), "not UTF-8, or with NUL")
        .when(reason.equalTo(Rejection.MISSING_TITLE.reason()), "no title")
        .when(reason.equalTo(Rejection.MISSING_BODY.reason()), "no body")
        .when(
            reason.equalTo(Rejection.TOO_LARGE.reason()),
            concat(bytes(), lit(" bytes; the limit is " + maxBytes + " (--max-article-bytes)")))
        .when(
            reason.equalTo(Rejection.BAD_DATE.reason()),
            concat(left(col("date"), lit(100)), lit(" is not a date (yyyyMMdd or yyyy-MM-dd)")))
        .when(
            reason.equalTo(Rejection.BAD_URL.reason()),
            concat(left(col("url"), lit(200)), lit(" is not a URL (http or https)")));
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
        concat_ws("\n", col("title"), col("date"), col("url"), col("body")),
        lit(RawRecord.RAW_CHARACTERS));
  }
}
