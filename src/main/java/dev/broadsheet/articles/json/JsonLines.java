package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.broadsheet.articles.input.ByteLines;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/**
 * The records of JSON lines, or of a part of such a file: the lines that begin in it. A record's
 * number is its line's, as long as each line holds one; a line with more shifts those after it.
 */
final class JsonLines implements Iterator<Row> {
  private final String file;
  private final JsonLook look;
  private final boolean actions;
  private final long maxBytes;
  private final InputStream in;
  private final ByteLines lines;
  private final long end;
  private final RecordNodes nodes = new RecordNodes();
  private final ObjectReader reader = nodes.reader();
  private long number;
  private int at;
  private int to;
  private Row next;
  private boolean ended;

  /**
   * Reads from where the stream is.
   *
   * @param start what place of the file that is, the start of a line
   * @param end lines that begin there or later are not read
   * @param before how many numbers of records are taken before
   */
  JsonLines(
      String file,
      InputStream in,
      long start,
      long end,
      long before,
      JsonLook look,
      long maxBytes) {
    this.file = file;
    this.look = look;
    this.actions = look.hasActions();
    this.maxBytes = maxBytes;
    this.in = in;
    this.lines = new ByteLines(in, start, maxBytes + 1);
    this.end = end;
    this.number = before;
  }

  /** How many numbers the lines take that begin between two places. */
  static long numbers(InputStream in, long start, long end, long maxBytes) throws IOException {
    var lines = new ByteLines(in, start, maxBytes + 1);
    long numbers = 0;
    while (lines.nextPosition() < end && lines.next()) {
      boolean kept = lines.length() <= maxBytes;
      numbers += kept ? Math.max(1, JsonRoots.count(lines.bytes(), lines.from(), lines.to())) : 1;
    }
    return numbers;
  }

  @Override
  public boolean hasNext() {
    try {
      while (next == null && !ended) {
        if (at < to) {
          next = readRoot();
        } else if (lines.nextPosition() < end && lines.next()) {
          next = readLine();
        } else {
          ended = true;
          in.close();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** The one record of a line; null where it has none, or several, which follow. */
  private Row readLine() {
    byte[] bytes = lines.bytes();
    at = lines.position() == 0 ? Utf8.start(bytes, lines.from(), lines.to()) : lines.from();
    to = lines.to();
    if (lines.length() > maxBytes) {
      String detail = "more than " + maxBytes + " bytes (--max-article-bytes)";
      return rejected(Rejection.TOO_LARGE, detail, at, to);
    }
    JsonNode value;
    try {
      value = whole(bytes, at, to);
    } catch (RecordNodes.TooManyException e) {
      value = null;
    }
    if (value != null) {
      at = to;
      return record(value);
    }
    if (JsonRoots.next(bytes, at, to) == null) {
      number++;
      at = to;
    }
    return null;
  }

  /** The next value of a line with several, or with none that is one; null at its end. */
  private Row readRoot() {
    byte[] bytes = lines.bytes();
    JsonRoots.Root root = JsonRoots.next(bytes, at, to);
    if (root == null) {
      at = to;
      return null;
    }
    int from = root.start();
    int behind = root.end();
    at = behind;
    try {
      JsonNode value = whole(bytes, from, behind);
      if (value != null) {
        return record(value);
      }
    } catch (RecordNodes.TooManyException e) {
      return rejected(Rejection.TOO_LARGE, e.getMessage(), from, behind);
    }
    return Utf8.decode(Arrays.copyOfRange(bytes, from, behind), behind - from).isEmpty()
        ? rejected(Rejection.BAD_ENCODING, "not UTF-8", from, behind)
        : rejected(
            Rejection.BAD_RECORD, "not a JSON object" + problem(bytes, from, behind), from, behind);
  }

  /** The row of an object; null if that only says what to do with the next. */
  private Row record(JsonNode value) {
    number++;
    return actions && BulkAction.is(value) ? null : JsonRecord.of(file, number, value, look);
  }

  /** The object that bytes are, with nothing behind it but white space; or null. */
  private JsonNode whole(byte[] bytes, int from, int behind) {
    nodes.clear();
    try (JsonParser parser = reader.createParser(bytes, from, behind - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      JsonNode value = reader.readTree(parser);
      return parser.nextToken() == null ? value : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Why bytes that should be an object cannot be read. */
  private static String problem(byte[] bytes, int from, int to) {
    if (bytes[from] != '{') {
      return "";
    }
    try (JsonParser parser = JsonText.MAPPER.createParser(bytes, from, to - from)) {
      while (parser.nextToken() != null) {
        // Only what is wrong is asked.
      }
      return "";
    } catch (IOException e) {
      String message =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      return ": " + JsonText.problem(message);
    }
  }

  private Row rejected(Rejection why, String detail, int from, int behind) {
    at = behind;
    byte[] start =
        Arrays.copyOfRange(
            lines.bytes(), from, Math.min(behind, from + 4 * RawRecord.RAW_CHARACTERS));
    return RawRecord.rejected(
        file, ++number, why, detail, Utf8.lenient(start, start.length), look.readAs());
  }
}
