package dev.broadsheet.runs;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** A row of a written table, its values by column, as a {@link Fact} asks for them. */
public final class TableRow {
  private final StructType schema;
  private final Map<String, Integer> places = new HashMap<>();
  private InternalRow row;

  TableRow(StructType schema) {
    this.schema = schema;
    String[] names = schema.fieldNames();
    for (int i = 0; i < names.length; i++) {
      places.put(names[i], i);
    }
  }

  /** Makes this the view of a row; one view serves all rows of a file in turn. */
  TableRow over(InternalRow next) {
    row = next;
    return this;
  }

  /** Whether the value is not null. */
  public boolean has(String column) {
    return !row.isNullAt(place(column));
  }

  /** A boolean; false for null. */
  public boolean is(String column) {
    return has(column) && row.getBoolean(place(column));
  }

  /** A string; empty for null. */
  public String text(String column) {
    return has(column) ? row.getUTF8String(place(column)).toString() : "";
  }

  /** A number, or a date in days since 1970; not a number for null, so that no comparison holds. */
  public double number(String column) {
    int place = place(column);
    if (row.isNullAt(place)) {
      return Double.NaN;
    }
    return type(place).equals(DataTypes.DoubleType) ? row.getDouble(place) : whole(column);
  }

  /** A whole number, or a date in days since 1970; the column must not be null here. */
  long whole(String column) {
    int place = place(column);
    return type(place).equals(DataTypes.LongType) ? row.getLong(place) : row.getInt(place);
  }

  /** Any value as it prints, dates as days since 1970; empty for null. */
  String print(String column) {
    int place = place(column);
    return row.isNullAt(place) ? "" : row.get(place, type(place)).toString();
  }

  private int place(String column) {
    return places.get(column);
  }

  private DataType type(int place) {
    return schema.fields()[place].dataType();
  }
}
