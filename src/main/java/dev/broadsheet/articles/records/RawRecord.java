package dev.broadsheet.articles.records;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.url_decode;

import dev.broadsheet.shuffle.Columns;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * A record as it was read, before validation: four texts, or the reason why there are none. All
 * formats end here, and validation goes on. What was found by looking is said in {@code read_as};
 * it is empty where the file keeps to the contract.
 */
public final class RawRecord {
  /** The columns of a record as read; {@code reason} is null where the parser had no objection. */
  public static final StructType SCHEMA =
      Columns.of(
          "input_file string, record bigint, title string, date string, url string, body string,"
              + " reason string, detail string, raw string, read_as string");

  /** In the place of a reason: a record that is neither an article nor rejected. */
  public static final String LEFT_OUT = "left_out";

  /** The most characters of a rejected record that are kept. */
  public static final int RAW_CHARACTERS = 1000;

  private static final int REASON = SCHEMA.fieldIndex("reason");

  private RawRecord() {}

  /** The path of the file that a row of a Spark source comes from, written as Hadoop writes it. */
  public static Column sourceFile() {
    Column decoded = url_decode(replace(col("_metadata.file_path"), lit("+"), lit("%2B")));
    return regexp_replace(decoded, "^file:///", "file:/");
  }

  static Row parsed(String file, long record, String title, String date, String url, String body) {
    return RowFactory.create(file, record, title, date, url, body, null, null, null, "");
  }

  public static Row rejected(String file, long record, Rejection why, String detail, String raw) {
    return rejected(file, record, why, detail, raw, "");
  }

  public static Row rejected(
      String file, long record, Rejection why, String detail, String raw, String readAs) {
    return RowFactory.create(
        file, record, null, null, null, null, why.reason(), detail, start(raw), readAs);
  }

  /** A record that is known to be no article, such as a draft: {@link BesideArticles#kind}. */
  public static Row leftOut(String file, long record, String kind, String readAs) {
    return RowFactory.create(file, record, null, null, null, null, LEFT_OUT, kind, "", readAs);
  }

  /** Whether a record was left out. */
  public static boolean isLeftOut(Row record) {
    return LEFT_OUT.equals(record.getString(REASON));
  }

  /**
   * Whether title and body are UTF-8: two columns more say it, of texts and of the address, where
   * they were not read as texts of Java, which hold no malformed bytes.
   */
  public static boolean hasReadableTexts(Row record) {
    return record.size() == SCHEMA.size() || record.getBoolean(SCHEMA.size());
  }

  /** Whether the address is UTF-8. */
  public static boolean hasReadableAddress(Row record) {
    return record.size() == SCHEMA.size() || record.getBoolean(SCHEMA.size() + 1);
  }

  /** As much of a record as is kept of it. */
  public static String start(String raw) {
    return raw.length() > RAW_CHARACTERS ? raw.substring(0, RAW_CHARACTERS) : raw;
  }
}
