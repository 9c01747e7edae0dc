package dev.broadsheet.articles.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that ends with a failure where one record has more bytes than any article. */
public final class BoundedInput extends FilterInputStream {
  /** Says that a record has too many bytes. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final long most;
  private long bytes;

  public BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** Here the next record begins. */
  public void startAnew() {
    bytes = 0;
  }

  @Override
  public int read() throws IOException {
    count(1);
    return super.read();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    bytes += read;
    if (bytes > most) {
      throw new TooLargeException();
    }
  }
}
