package dev.broadsheet.runs;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.sql.catalyst.expressions.XxHash64Function;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The values of a column, row by row. What Spark asks of a type for each value, in a dozen steps,
 * is asked once.
 */
final class ColumnValues {
  private enum Kind {
    INT,
    LONG,
    DOUBLE,
    TEXT,
    OTHER
  }

  private final int place;
  private final DataType type;
  private final Kind kind;

  ColumnValues(StructType schema, int place) {
    this.place = place;
    type = schema.fields()[place].dataType();
    kind = kind(type);
  }

  private static Kind kind(DataType type) {
    if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.DateType)) {
      return Kind.INT;
    }
    if (type.equals(DataTypes.LongType)) {
      return Kind.LONG;
    }
    if (type.equals(DataTypes.DoubleType)) {
      return Kind.DOUBLE;
    }
    return type.equals(DataTypes.StringType) ? Kind.TEXT : Kind.OTHER;
  }

  boolean isNull(InternalRow row) {
    return row.isNullAt(place);
  }

  /** The value; null for none. Bytes of a string are valid until the next row is read. */
  Object of(InternalRow row) {
    if (row.isNullAt(place)) {
      return null;
    }
    return switch (kind) {
      case INT -> row.getInt(place);
      case LONG -> row.getLong(place);
      case DOUBLE -> row.getDouble(place);
      case TEXT -> row.getUTF8String(place);
      case OTHER -> row.get(place, type);
    };
  }

  /** The hash of a value that is not null: that of {@code xxhash64} in SQL after another value. */
  long hash(InternalRow row, long before) {
    return switch (kind) {
      case INT -> XXH64.hashInt(row.getInt(place), before);
      case LONG -> XXH64.hashLong(row.getLong(place), before);
      case DOUBLE -> XXH64.hashLong(bits(row.getDouble(place)), before);
      case TEXT -> hash(row.getUTF8String(place), before);
      case OTHER -> XxHash64Function.hash(row.get(place, type), type, before);
    };
  }

  /** The two zeros are one. */
  private static long bits(double value) {
    return value == 0 ? 0 : Double.doubleToLongBits(value);
  }

  private static long hash(UTF8String text, long before) {
    return XXH64.hashUnsafeBytes(
        text.getBaseObject(), text.getBaseOffset(), text.numBytes(), before);
  }
}
