package dev.broadsheet.articles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import org.apache.spark.sql.Row;

/**
 * The records of JSON lines, or of a part of such a file: the lines that begin in it. A record's
 * number is its line's, as long as each line holds one; a line with more shifts those after it.
 */
final class JsonLines implements Iterator<Row> {
  private final String file;
  private final JsonLook look;
  private final long maxBytes;
  private final InputStream in;
  private final ByteLines lines;
  private final long end;
  private final Queue<Row> waiting = new ArrayDeque<>();
  private long number;
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
    while (lines.next() && lines.position() < end) {
      boolean kept = lines.length() <= maxBytes;
      numbers +=
          kept ? Math.max(1, JsonRoots.of(lines.bytes(), lines.from(), lines.to()).size()) : 1;
    }
    return numbers;
  }

  @Override
  public boolean hasNext() {
    try {
      while (waiting.isEmpty() && !ended && lines.next() && lines.position() < end) {
        readLine();
      }
      if (waiting.isEmpty()) {
        ended = true;
        in.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return !waiting.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return waiting.remove();
  }

  private void readLine() {
    byte[] bytes = lines.bytes();
    int to = lines.to();
    int from = lines.position() == 0 ? Utf8.start(bytes, lines.from(), to) : lines.from();
    if (lines.length() > maxBytes) {
      String detail = "more than " + maxBytes + " bytes (--max-article-bytes)";
      reject(Rejection.TOO_LARGE, detail, from, to);
      return;
    }
    if (isWhole(bytes, from, to)) {
      return;
    }
    List<JsonRoots.Root> roots = JsonRoots.of(bytes, from, to);
    if (roots.isEmpty()) {
      number++;
      return;
    }
    for (JsonRoots.Root root : roots) {
      if (!isWhole(bytes, root.start(), root.end())) {
        if (Utf8.decode(
                Arrays.copyOfRange(bytes, root.start(), root.end()), root.end() - root.start())
            .isEmpty()) {
          reject(Rejection.BAD_ENCODING, "not UTF-8", root.start(), root.end());
        } else {
          reject(
              Rejection.BAD_RECORD,
              "not a JSON object" + problem(bytes, root.start(), root.end()),
              root.start(),
              root.end());
        }
      }
    }
  }

  /** Takes bytes that are one value, with nothing behind it but white space. */
  private boolean isWhole(byte[] bytes, int from, int to) {
    try (JsonParser parser = JsonText.MAPPER.createParser(bytes, from, to - from)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      JsonNode value = parser.readValueAsTree();
      if (parser.nextToken() != null) {
        return false;
      }
      waiting.add(JsonRecord.of(file, ++number, value, look));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Why bytes that should be an object cannot be read. */
  private static String problem(byte[] bytes, int from, int to) {
    if (bytes[from] != '{') {
      return "";
    }
    try (JsonParser parser = JsonText.MAPPER.createParser(bytes, from, to - from)) {
      parser.readValueAsTree();
      return "";
    } catch (IOException e) {
      String message =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      return ": " + String.valueOf(message).lines().findFirst().orElse("");
    }
  }

  private void reject(Rejection why, String detail, int from, int to) {
    byte[] start =
        Arrays.copyOfRange(lines.bytes(), from, Math.min(to, from + 4 * RawRecord.RAW_CHARACTERS));
    waiting.add(
        RawRecord.rejected(
            file, ++number, why, detail, Utf8.lenient(start, start.length), look.readAs()));
  }
}
