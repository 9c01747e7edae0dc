package dev.broadsheet.articles.input;

import dev.broadsheet.articles.records.RawRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream of bytes, without copying each, and without keeping one that is too long.
 */
public final class ByteLines {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final long most;
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int filled;
  private int to;
  private long position;
  private long skipped;
  private boolean ended;

  /**
   * Begins where the stream is.
   *
   * @param position what place in the file that is
   * @param most the most bytes of a line that are kept
   */
  public ByteLines(InputStream in, long position, long most) {
    this.in = in;
    this.position = position;
    this.most = Math.min(most, Integer.MAX_VALUE / 2);
  }

  /** Goes on to the next line; false if there is none. */
  public boolean next() throws IOException {
    position = nextPosition();
    from = isAtLineFeed() ? to + 1 : to;
    to = from;
    skipped = 0;
    while (true) {
      while (to < filled) {
        if (buffer[to] == '\n') {
          return true;
        }
        to++;
      }
      if (ended) {
        return to > from || skipped > 0;
      }
      read();
    }
  }

  private void read() throws IOException {
    if (to - from >= most) {
      // Of a line this long only the start is told of; what is cut off is counted.
      int kept = (int) Math.min(most, RawRecord.RAW_CHARACTERS * 4L);
      skipped += to - from - kept;
      System.arraycopy(buffer, from, buffer, 0, kept);
      from = 0;
      to = kept;
      filled = kept;
    } else if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, filled - from);
      to -= from;
      filled -= from;
      from = 0;
    }
    if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, (int) Math.min(2L * buffer.length, Integer.MAX_VALUE - 16));
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    ended = read < 0;
    filled += Math.max(0, read);
  }

  public byte[] bytes() {
    return buffer;
  }

  /** Where the line begins in {@link #bytes}. */
  public int from() {
    return from;
  }

  /** Where it ends, before its line feed. */
  public int to() {
    return to;
  }

  /** How long it is, also where it is not kept. */
  public long length() {
    return to - from + skipped;
  }

  /** Where it begins in the file. */
  public long position() {
    return position;
  }

  /** Where the next one begins, if there is one; it is not read yet, however long it is. */
  public long nextPosition() {
    return position + length() + (isAtLineFeed() ? 1 : 0);
  }

  private boolean isAtLineFeed() {
    return to < filled && buffer[to] == '\n';
  }
}
