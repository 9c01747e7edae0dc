package dev.broadsheet.articles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;

/**
 * Counts the bytes of text, CSV and JSON files as they are read, so that a long reading can tell
 * how far it is. Only for a person: a task that is repeated counts twice.
 */
public final class BytesRead implements Serializable {
  /** The name of Spark's accumulator. */
  public static final String NAME = "bytes read";

  private static final long serialVersionUID = 1;

  private final LongAccumulator sum;

  private BytesRead(LongAccumulator sum) {
    this.sum = sum;
  }

  static BytesRead in(SparkSession spark) {
    return new BytesRead(spark.sparkContext().longAccumulator(NAME));
  }

  /** The same stream, counted. */
  InputStream counting(InputStream in) {
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
