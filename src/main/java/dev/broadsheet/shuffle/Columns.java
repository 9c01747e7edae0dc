package dev.broadsheet.shuffle;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Columns as SQL declares them. Spark's parser knows all of SQL: to load it, and to compile it as
 * Java does what is called often, takes longer than a stage of the job.
 */
public final class Columns {
  private static final Map<String, DataType> TYPES =
      Map.of(
          "STRING", DataTypes.StringType,
          "INT", DataTypes.IntegerType,
          "BIGINT", DataTypes.LongType,
          "DOUBLE", DataTypes.DoubleType,
          "BOOLEAN", DataTypes.BooleanType,
          "DATE", DataTypes.DateType);

  private static final Pattern COLUMN =
      Pattern.compile(
          "\\s*(?<name>\\w+) (?<type>\\w+)(?<strict> NOT NULL)?"
              + "(?: COMMENT '(?<comment>(?:[^']++|'')*+)')?\\s*(?:,|$)",
          Pattern.CASE_INSENSITIVE);

  private Columns() {}

  /**
   * The schema of these columns.
   *
   * @param declared {@code name TYPE [NOT NULL] [COMMENT 'a quote is doubled'], …}, of texts, whole
   *     numbers, doubles, booleans and days
   * @throws IllegalArgumentException if it is anything else
   */
  public static StructType of(String declared) {
    var schema = new StructType();
    Matcher column = COLUMN.matcher(declared);
    int end = 0;
    while (end < declared.length()) {
      column.region(end, declared.length());
      if (!column.lookingAt() || !TYPES.containsKey(type(column))) {
        throw new IllegalArgumentException("Cannot read the columns " + declared.substring(end));
      }
      schema = schema.add(field(column));
      end = column.end();
    }
    return schema;
  }

  private static StructField field(Matcher column) {
    boolean nullable = column.group("strict") == null;
    StructField field =
        DataTypes.createStructField(column.group("name"), TYPES.get(type(column)), nullable);
    String comment = column.group("comment");
    return comment == null ? field : field.withComment(comment.replace("''", "'"));
  }

  private static String type(Matcher column) {
    return column.group("type").toUpperCase(Locale.ROOT);
  }
}
