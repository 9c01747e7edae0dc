package dev.broadsheet.articles.json;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream of bytes that can be read again from a place on, as long as that place is kept. What is
 * kept is bounded, so that no record, however long, takes the memory.
 */
final class Tape extends InputStream {
  private static final int BUFFER = 1 << 16;

  /** More bytes would have to be kept than may be. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1;

    FullException(long most) {
      super("more than " + most + " bytes");
    }
  }

  private final InputStream in;
  private final long most;
  private byte[] buffer = new byte[BUFFER];
  private long first;
  private int filled;
  private int at;
  private int kept;
  private boolean keeping;
  private boolean ended;

  /**
   * Begins where the stream is, at place 0.
   *
   * @param most the most bytes that are kept, but for a buffer's length
   */
  Tape(InputStream in, long most) {
    this.in = in;
    this.most = Math.min(most, Integer.MAX_VALUE / 4);
  }

  /** The place of the byte that is read next. */
  long place() {
    return first + at;
  }

  /** The first place that one can go back to. */
  long start() {
    return first + kept;
  }

  /** Keeps what is read from a place on, which is kept now. */
  void keepFrom(long place) {
    kept = (int) (place - first);
    keeping = true;
  }

  /** Keeps what is read from now on only until more is asked for. */
  void keepNothing() {
    keeping = false;
  }

  /** Reads again from a place on, which is kept. */
  void backTo(long place) {
    at = (int) (place - first);
  }

  @Override
  public int read() throws IOException {
    return has() ? buffer[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!has()) {
      return -1;
    }
    int read = Math.min(length, filled - at);
    System.arraycopy(buffer, at, into, offset, read);
    at += read;
    return read;
  }

  private boolean has() throws IOException {
    while (at == filled && !ended) {
      if (!keeping) {
        kept = at;
      }
      if (filled - kept > most) {
        throw new FullException(most);
      }
      if (filled == buffer.length) {
        makeRoom();
      }
      int read = in.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(0, read);
    }
    return at < filled;
  }

  private void makeRoom() {
    byte[] next = kept > buffer.length / 2 ? buffer : new byte[2 * buffer.length];
    System.arraycopy(buffer, kept, next, 0, filled - kept);
    buffer = next;
    first += kept;
    filled -= kept;
    at -= kept;
    kept = 0;
  }

  /** Ends reading; {@link #close} does nothing, as parsers close what they have read to its end. */
  void closeSource() throws IOException {
    in.close();
  }
}
