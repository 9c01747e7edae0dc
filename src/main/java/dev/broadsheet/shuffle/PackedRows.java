package dev.broadsheet.shuffle;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Some thousand rows of texts, numbers, days and flags as one array of bytes: what many passes look
 * at of which each wants a few columns. A value is read when it is asked for. The rows that come
 * out hold on to all of them, so what is shuffled or collected is to be made anew of their values.
 */
public final class PackedRows implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int MOST_ROWS = 4_096;
  private static final int MOST_BYTES = 1 << 22;

  private final byte[] bytes;

  /** Rows × columns: where a value ends in the bytes; the complement for one that is null. */
  private final int[] ends;

  private PackedRows(byte[] bytes, int[] ends) {
    this.bytes = bytes;
    this.ends = ends;
  }

  /** Packs rows, in their order. */
  public static Iterator<PackedRows> of(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public PackedRows next() {
        return packed(rows);
      }
    };
  }

  private static PackedRows packed(Iterator<Row> rows) {
    var bytes = new ByteList();
    int[] ends = new int[0];
    int values = 0;
    for (int i = 0; i < MOST_ROWS && bytes.size() < MOST_BYTES && rows.hasNext(); i++) {
      Row row = rows.next();
      if (values + row.size() > ends.length) {
        ends = Arrays.copyOf(ends, 2 * (values + row.size()));
      }
      for (int column = 0; column < row.size(); column++) {
        Object value = row.get(column);
        if (value != null) {
          bytes.add(bytes(value));
        }
        ends[values++] = value == null ? ~bytes.size() : bytes.size();
      }
    }
    return new PackedRows(bytes.toArray(), Arrays.copyOf(ends, values));
  }

  private static byte[] bytes(Object value) {
    if (value instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    if (value instanceof Boolean flag) {
      return new byte[] {(byte) (flag ? 1 : 0)};
    }
    if (value instanceof Long || value instanceof Integer) {
      return number(((Number) value).longValue());
    }
    if (value instanceof Date day) {
      return number(DateTimeUtils.fromJavaDate(day));
    }
    throw new IllegalArgumentException("no value that is packed: " + value.getClass());
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  /**
   * The rows, in their order.
   *
   * @param schema of what was packed
   */
  public Iterator<Row> rows(StructType schema) {
    int columns = schema.size();
    DataType[] types = new DataType[columns];
    Arrays.setAll(types, i -> schema.fields()[i].dataType());
    return IntStream.range(0, ends.length / columns)
        .<Row>mapToObj(row -> new Unpacked(row * columns, types, schema))
        .iterator();
  }

  /** A row that is read where it lies. */
  private final class Unpacked implements Row {
    private static final long serialVersionUID = 1;

    private final int first;
    private final transient DataType[] types;
    private final StructType schema;

    Unpacked(int first, DataType[] types, StructType schema) {
      this.first = first;
      this.types = types;
      this.schema = schema;
    }

    @Override
    public int length() {
      return types.length;
    }

    @Override
    public StructType schema() {
      return schema;
    }

    @Override
    public boolean isNullAt(int column) {
      return ends[first + column] < 0;
    }

    @Override
    public Object get(int column) {
      int at = first + column;
      if (ends[at] < 0) {
        return null;
      }
      int start = at == 0 ? 0 : ends[at - 1] < 0 ? ~ends[at - 1] : ends[at - 1];
      DataType type = types[column];
      if (type.equals(DataTypes.StringType)) {
        return new String(bytes, start, ends[at] - start, StandardCharsets.UTF_8);
      }
      if (type.equals(DataTypes.BooleanType)) {
        return bytes[start] != 0;
      }
      long number = ByteBuffer.wrap(bytes).getLong(start);
      if (type.equals(DataTypes.DateType)) {
        return DateTimeUtils.toJavaDate((int) number);
      }
      return type.equals(DataTypes.IntegerType) ? (Object) (int) number : (Object) number;
    }

    @Override
    public int fieldIndex(String name) {
      return schema.fieldIndex(name);
    }

    @Override
    public Row copy() {
      return this;
    }
  }

  /** Bytes, one after another. */
  private static final class ByteList {
    private byte[] bytes = new byte[1 << 12];
    private int size;

    void add(byte[] more) {
      if (size + more.length > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more.length));
      }
      System.arraycopy(more, 0, bytes, size, more.length);
      size += more.length;
    }

    int size() {
      return size;
    }

    byte[] toArray() {
      return Arrays.copyOf(bytes, size);
    }
  }
}
