package dev.broadsheet.articles;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * The records of a JSON file that is read from one end to the other: the elements of arrays, values
 * over several lines or without line ends between them, and lists inside of objects. A record's
 * number is its place.
 *
 * <p>Where the file is no JSON, reading goes on at the next record, which begins with the key that
 * records have begun with before; what lies between is one bad record.
 */
final class JsonStream implements Iterator<Row> {
  private static final int MOST_BROKEN = 1000;
  private static final Pattern FIRST_KEY = Pattern.compile("\\{\\s*\"([^\"\\\\]+)\"");

  private final String file;
  private final FileBytes bytes;
  private final JsonLook look;
  private final List<String> steps;

  /** For each open object or list: how many steps of the path to the records lead to it. */
  private final Deque<Integer> open = new ArrayDeque<>();

  private JsonParser parser;
  private long base;
  private long good;
  private String firstKey;
  private boolean reached = true;
  private int broken;
  private long number;
  private final Queue<Row> waiting = new ArrayDeque<>();
  private Row next;

  JsonStream(String file, FileBytes bytes, JsonLook look) {
    this.file = file;
    this.bytes = bytes;
    this.look = look;
    this.steps = look.records().isEmpty() ? List.of() : List.of(look.records().split("\\."));
    Matcher first = FIRST_KEY.matcher(Utf8.lenient(bytes.head(), bytes.head().length));
    this.firstKey = steps.isEmpty() && first.find() ? first.group(1) : "";
    try {
      startAt(0);
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void startAt(long offset) throws IOException {
    InputStream in = bytes.openAt(offset);
    boolean inList = !open.isEmpty();
    base = inList ? offset - 1 : offset;
    parser =
        JsonText.MAPPER.createParser(
            inList ? new SequenceInputStream(new ByteArrayInputStream(new byte[] {'['}), in) : in);
    open.clear();
    if (inList) {
      parser.nextToken();
      open.push(steps.size());
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    Row current = next;
    try {
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return current;
  }

  private void advance() throws IOException {
    next = waiting.poll();
    while (next == null) {
      long start = good;
      try {
        JsonToken token = parser.nextToken();
        if (token == null) {
          parser.close();
          return;
        }
        start = base + parser.currentTokenLocation().getByteOffset();
        take(token);
        good = base + parser.currentLocation().getByteOffset();
      } catch (JsonProcessingException e) {
        if (!recover(Math.max(start, good), e)) {
          return;
        }
      }
    }
  }

  private void take(JsonToken token) throws IOException {
    int here = open.isEmpty() ? 0 : open.peek();
    if (token == JsonToken.FIELD_NAME) {
      boolean step =
          steps.get(here).equals(JsonLook.ANY)
              || parser.currentName().equalsIgnoreCase(steps.get(here));
      JsonToken value = parser.nextToken();
      if (step) {
        value(value, here + 1);
      } else {
        parser.skipChildren();
      }
    } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      open.pop();
      if (open.isEmpty() && !reached) {
        next = rejected(Rejection.BAD_RECORD, "there is no " + look.records(), "");
      }
    } else {
      value(token, here);
    }
  }

  private void value(JsonToken token, int matched) throws IOException {
    if (open.isEmpty()) {
      reached = false;
    }
    reached |= matched == steps.size();
    boolean inRecords = !open.isEmpty() && open.peek() == steps.size();
    if (token == JsonToken.START_ARRAY && inRecords) {
      list(parser.readValueAsTree());
    } else if (token == JsonToken.START_ARRAY
        || token == JsonToken.START_OBJECT && matched < steps.size()) {
      open.push(matched);
    } else if (matched == steps.size()) {
      JsonNode value = parser.readValueAsTree();
      if (value.isObject() && !value.isEmpty()) {
        firstKey = value.fieldNames().next();
      }
      next = JsonRecord.of(file, ++number, value, look);
    }
  }

  /** A list among the records: a page of them, or a record that is none. */
  private void list(JsonNode list) {
    boolean records = list.valueStream().allMatch(JsonNode::isObject);
    if (!records) {
      next = JsonRecord.of(file, ++number, list, look);
      return;
    }
    list.forEach(record -> waiting.add(JsonRecord.of(file, ++number, record, look)));
    next = waiting.poll();
  }

  private Row rejected(Rejection why, String detail, String raw) {
    return RawRecord.rejected(file, ++number, why, detail, raw, look.readAs());
  }

  /** Goes on behind what is broken; false at the end of the file. */
  private boolean recover(long start, JsonProcessingException problem) throws IOException {
    parser.close();
    broken++;
    String key = broken > MOST_BROKEN ? "" : firstKey;
    JsonGap gap = JsonGap.find(bytes, start, key);
    if (gap.hasText()) {
      boolean encoding = String.valueOf(problem.getOriginalMessage()).contains("UTF-8");
      String rest =
          gap.next() < 0 && gap.length() > RawRecord.RAW_CHARACTERS
              ? "; %,d bytes to the end of the file are not read".formatted(gap.length())
              : "";
      next =
          encoding
              ? rejected(Rejection.BAD_ENCODING, "not UTF-8" + rest, gap.raw())
              : rejected(
                  Rejection.BAD_RECORD,
                  "not JSON: " + firstLine(problem.getOriginalMessage()) + rest,
                  gap.raw());
    }
    if (gap.next() < 0) {
      parser = JsonText.MAPPER.createParser(new byte[0]);
      return next != null;
    }
    good = gap.next();
    startAt(gap.next());
    return true;
  }

  private static String firstLine(String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
