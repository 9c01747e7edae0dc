package dev.broadsheet.articles.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of separated values (RFC 4180), in bytes. No library tells how far a row that is not
 * well formed reaches, nor reads it again from its second line; here a quote that stands wrong is
 * told of, and {@link #backTo} goes back to any place of the row.
 */
final class CsvRows {
  private static final int BUFFER = 1 << 16;

  /** How a value is written that has delimiters or line ends in it. */
  enum Quoting {
    /** Between quotes; a quote that is meant is doubled. */
    DOUBLED,
    /** Between quotes; a backslash stands before a quote that is meant. */
    ESCAPED,
    /** Between single quotes; one that is meant is doubled. */
    SINGLE,
    /** Not at all: quotes are letters like others. */
    NONE
  }

  /**
   * A row.
   *
   * @param values its bytes, without quotes
   * @param sound whether each quote stands where one may
   * @param start where it begins in {@link #bytes}
   * @param end behind its line feed
   */
  record Row(List<byte[]> values, boolean sound, int start, int end) {}

  private final InputStream in;
  private final byte delimiter;
  private final Quoting quoting;
  private final byte quote;
  private final int most;
  private byte[] buffer = new byte[BUFFER];
  private int at;
  private int filled;
  private boolean ended;

  /**
   * Begins where the stream is.
   *
   * @param most the most bytes of a row; a longer one ends there, and is not sound
   */
  CsvRows(InputStream in, byte delimiter, Quoting quoting, long most) {
    this.in = in;
    this.delimiter = delimiter;
    this.quoting = quoting;
    this.quote = (byte) (quoting == Quoting.SINGLE ? '\'' : '"');
    this.most = (int) Math.min(most, Integer.MAX_VALUE / 4);
  }

  byte[] bytes() {
    return buffer;
  }

  /** The next row; null at the end. What was returned before is no longer in {@link #bytes}. */
  Row next() throws IOException {
    if (at > 0) {
      System.arraycopy(buffer, at, buffer, 0, filled - at);
      filled -= at;
      at = 0;
    }
    if (!has(0)) {
      return null;
    }
    Row row = rowAt(0);
    at = row.end();
    return row;
  }

  /**
   * The next row as names of columns: where its quotes are not sound, it is one line without them,
   * so that it takes no rows with it.
   */
  Row header() throws IOException {
    Row row = next();
    if (row == null || row.sound()) {
      return row;
    }
    List<byte[]> values = new ArrayList<>();
    int from = 0;
    int to = 0;
    while (has(to) && to < row.end() && buffer[to] != '\n' && buffer[to] != '\r') {
      if (buffer[to] == delimiter) {
        values.add(Arrays.copyOfRange(buffer, from, to));
        from = to + 1;
      }
      to++;
    }
    values.add(Arrays.copyOfRange(buffer, from, to));
    at = afterLineEnd(to);
    return new Row(values, false, 0, at);
  }

  /** The row that would begin at a place of the row before. */
  Row rowAt(int start) throws IOException {
    List<byte[]> values = new ArrayList<>();
    boolean sound = true;
    int from = start;
    while (true) {
      int first = from;
      while (has(first) && buffer[first] == ' ') {
        first++;
      }
      int to;
      if (quoting != Quoting.NONE && has(first) && buffer[first] == quote) {
        to = closingQuote(first + 1, start);
        boolean closed = to >= 0;
        to = closed ? to : -to - 1;
        values.add(unquoted(first + 1, to));
        sound &= closed && isSound(first + 1, to);
        to = closed ? afterSpaces(to + 1) : to;
      } else {
        to = from;
        while (has(to) && !isEnd(buffer[to]) && to - start < most) {
          to++;
        }
        values.add(Arrays.copyOfRange(buffer, from, to));
      }
      if (has(to) && buffer[to] == delimiter) {
        from = to + 1;
        continue;
      }
      sound &= to - start < most;
      return new Row(values, sound, start, afterLineEnd(to));
    }
  }

  /** Goes on at a place of the row that was returned last. */
  void backTo(int place) {
    at = place;
  }

  /** Goes on at the next line, where the row that was returned last ended within one. */
  void skipLine() throws IOException {
    boolean within = at > 0 && buffer[at - 1] != '\n';
    while (within && has(at)) {
      within = buffer[at++] != '\n';
      if (at == filled) {
        at = 0;
        filled = 0;
      }
    }
  }

  private boolean isEscaped() {
    return quoting == Quoting.ESCAPED;
  }

  private boolean isEnd(byte b) {
    return b == delimiter || b == '\n' || b == '\r';
  }

  /**
   * The quote before a delimiter or a line's end; where there is none, -1 - the end of what was
   * looked at.
   */
  private int closingQuote(int from, int start) throws IOException {
    int to = from;
    while (has(to) && to - start < most) {
      if (isEscaped() && buffer[to] == '\\') {
        to += 2;
        continue;
      }
      if (buffer[to] == quote) {
        if (has(to + 1) && buffer[to + 1] == quote) {
          to += 2;
          continue;
        }
        int after = afterSpaces(to + 1);
        if (!has(after) || isEnd(buffer[after])) {
          return to;
        }
      }
      to++;
    }
    return -1 - Math.min(to, filled);
  }

  private int afterSpaces(int from) throws IOException {
    int to = from;
    while (has(to) && buffer[to] == ' ') {
      to++;
    }
    return to;
  }

  private int afterLineEnd(int from) throws IOException {
    int to = from;
    if (has(to) && buffer[to] == '\r') {
      to++;
    }
    return has(to) && buffer[to] == '\n' ? to + 1 : to;
  }

  /** Whether there is no quote between these places that is neither doubled nor escaped. */
  private boolean isSound(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isEscaped() && buffer[i] == '\\') {
        i++;
      } else if (buffer[i] == quote) {
        if (i + 1 >= to || buffer[i + 1] != quote) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  private byte[] unquoted(int from, int to) {
    var value = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      byte next = i + 1 < to ? buffer[i + 1] : 0;
      boolean escapes =
          buffer[i] == quote && next == quote
              || isEscaped() && buffer[i] == '\\' && (next == quote || next == '\\');
      value.write(buffer[escapes ? ++i : i]);
    }
    return value.toByteArray();
  }

  /** Whether there is a byte at a place, read if need be. */
  private boolean has(int place) throws IOException {
    while (place >= filled && !ended) {
      if (filled == buffer.length) {
        buffer = Arrays.copyOf(buffer, 2 * buffer.length);
      }
      int read = in.read(buffer, filled, buffer.length - filled);
      ended = read < 0;
      filled += Math.max(0, read);
    }
    return place < filled;
  }

  void close() throws IOException {
    in.close();
  }
}
