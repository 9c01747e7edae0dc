package dev.broadsheet.articles.input;

import static org.apache.spark.sql.functions.udf;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts the bytes of files as they are read, so that a long reading can tell how far it is. Only
 * for a person: a task that is repeated counts twice, and each row of Parquet files has an equal
 * part of them.
 */
public final class BytesRead implements Serializable {
  /** The name of Spark's accumulator. */
  public static final String NAME = "bytes read";

  private static final long serialVersionUID = 1;

  private final LongAccumulator sum;

  private BytesRead(LongAccumulator sum) {
    this.sum = sum;
  }

  public static BytesRead in(SparkSession spark) {
    return new BytesRead(spark.sparkContext().longAccumulator(NAME));
  }

  /** The same number, that of one of so many rows of files of so many bytes; counted. */
  public Column counting(Column record, long rows, long bytes) {
    LongAccumulator counter = sum;
    long part = rows == 0 ? 0 : Math.round((double) bytes / rows);
    UserDefinedFunction counted =
        udf(
                (UDF1<Long, Long>)
                    number -> {
                      counter.add(part);
                      return number;
                    },
                DataTypes.LongType)
            .asNondeterministic();
    return counted.apply(record);
  }

  /** The same stream, counted. */
  public InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int b = super.read();
        sum.add(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        sum.add(Math.max(0, read));
        return read;
      }
    };
  }
}
