package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * The records of a JSON file that is read from one end to the other: the elements of arrays, values
 * over several lines or without line ends between them, and lists inside of objects. A record's
 * number is its place.
 *
 * <p>Where the file is no JSON, reading goes on at the next record, which begins with a key that
 * records have begun with before; what lies between is one bad record. A record that is too large
 * is never kept as a whole.
 */
final class JsonStream implements Iterator<Row> {
  private static final int MOST_KEYS = 100;

  private final String file;
  private final Tape tape;
  private final JsonLook look;
  private final long maxBytes;
  private final JsonPlace place;
  private final Set<String> firstKeys = new HashSet<>();
  private final Queue<Row> waiting = new ArrayDeque<>();
  private final RecordNodes nodes = new RecordNodes();
  private final ObjectReader reader = nodes.reader();

  private JsonParser parser;
  private long base;
  private long good;
  private long number;
  private Row next;

  JsonStream(String file, FileBytes bytes, JsonLook look, long maxBytes) {
    this.file = file;
    this.look = look;
    this.maxBytes = maxBytes;
    this.place = new JsonPlace(look.records());
    if (!look.firstKey().isEmpty()) {
      firstKeys.add(look.firstKey());
    }
    try {
      tape = new Tape(bytes.openAt(0), maxBytes);
      int mark = Utf8.start(bytes.head(), 0, bytes.head().length);
      tape.skipNBytes(mark);
      startAt(mark, "");
      advance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads from a place on, as if this stood before it. */
  private void startAt(long offset, String before) throws IOException {
    // Jackson guesses an encoding from the first four bytes; with blanks it is UTF-8.
    byte[] start = ("    " + before).getBytes(StandardCharsets.UTF_8);
    tape.backTo(offset);
    tape.keepFrom(offset);
    base = offset - start.length;
    good = offset;
    parser = reader.createParser(new SequenceInputStream(new ByteArrayInputStream(start), tape));
    place.clear();
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
    while (next == null && parser != null) {
      long start = good;
      try {
        if (place.isAmongRecords()) {
          tape.keepFrom(Math.max(good, tape.start()));
        } else {
          tape.keepNothing();
        }
        JsonToken token = parser.nextToken();
        if (token == null) {
          end();
          return;
        }
        start = base + parser.currentTokenLocation().getByteOffset();
        take(token, start);
        good = Math.max(good, base + parser.currentLocation().getByteOffset());
      } catch (Tape.FullException e) {
        skip(behind(start), Rejection.TOO_LARGE, tooLarge());
      } catch (RecordNodes.TooManyException e) {
        skip(behind(start), Rejection.TOO_LARGE, e.getMessage());
      } catch (StreamConstraintsException e) {
        // It has depths, or numbers, that no news has, but brackets and quotes as it should.
        if (place.isAmongRecords()) {
          skip(behind(start), Rejection.BAD_RECORD, "not JSON: " + e.getOriginalMessage());
        } else {
          recover(behind(start), e);
        }
      } catch (JsonProcessingException e) {
        recover(behind(start), e);
      }
    }
  }

  private long behind(long start) {
    return Math.max(tape.start(), Math.max(start, good));
  }

  private void end() throws IOException {
    parser = null;
    tape.closeSource();
  }

  private void take(JsonToken token, long start) throws IOException {
    if (token == JsonToken.FIELD_NAME) {
      boolean step = place.isStep(parser.currentName());
      JsonToken value = parser.nextToken();
      if (step) {
        value(value, place.matched() + 1, base + parser.currentTokenLocation().getByteOffset());
      } else {
        parser.skipChildren();
      }
    } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
      next = left(place.close());
    } else {
      value(token, place.matched(), start);
    }
  }

  /** What is told of a value that is none with records; null for others. */
  private Row left(JsonPlace.Left left) {
    return switch (left) {
      case WHOLE -> null;
      case BESIDE_OTHERS ->
          RawRecord.leftOut(file, ++number, BesideArticles.OTHER_THINGS, look.readAs());
      case WITHOUT_RECORDS ->
          rejected(
              Rejection.BAD_RECORD,
              look.advice().isEmpty() ? "there is no " + look.records() : look.advice(),
              "");
    };
  }

  private void value(JsonToken token, int matched, long start) throws IOException {
    boolean page = token == JsonToken.START_ARRAY && place.isInRecordList();
    if (!page && place.open(token, matched)) {
      return;
    }
    if (!page && !place.isRecord(matched)) {
      return;
    }
    tape.keepFrom(Math.max(start, tape.start()));
    nodes.clear();
    JsonNode value = reader.readTree(parser);
    long bytes = base + parser.currentLocation().getByteOffset() - start;
    if (bytes > maxBytes) {
      next = rejected(Rejection.TOO_LARGE, tooLarge(), RawRecord.start(value.toString()));
    } else if (page && value.valueStream().allMatch(JsonNode::isObject)) {
      value.forEach(record -> waiting.add(record(record)));
      next = waiting.poll();
    } else {
      next = record(value);
    }
  }

  private Row record(JsonNode value) {
    if (value.isObject() && !value.isEmpty() && firstKeys.size() < MOST_KEYS) {
      firstKeys.add(value.fieldNames().next());
    }
    return JsonRecord.of(file, ++number, value, look);
  }

  private String tooLarge() {
    return "more than " + maxBytes + " bytes (--max-article-bytes)";
  }

  private Row rejected(Rejection why, String detail, String raw) {
    return RawRecord.rejected(file, ++number, why, detail, raw, look.readAs());
  }

  /** Goes on behind a value that cannot be kept or read, or behind as much white space. */
  private void skip(long start, Rejection why, String detail) throws IOException {
    long at = JsonSkip.behindSpace(tape, start);
    if (at == start) {
      next = rejected(why, detail, JsonSkip.value(tape, at));
      at = JsonSkip.behindSpace(tape, tape.place());
    }
    goOn(at, place.beforeNext());
  }

  /** Goes on at the next record behind what is broken. */
  private void recover(long start, JsonProcessingException problem) throws IOException {
    JsonGap gap = JsonGap.find(tape, start, firstKeys);
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
                  "not JSON: " + JsonText.problem(problem.getOriginalMessage()) + rest,
                  gap.raw());
    }
    goOn(gap.next(), place.beforeRecord());
  }

  private void goOn(long at, String before) throws IOException {
    if (at < 0) {
      end();
    } else {
      startAt(at, before);
    }
  }
}
