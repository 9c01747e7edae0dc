package dev.broadsheet.articles;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import com.univocity.parsers.csv.UnescapedQuoteHandling;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The records of one CSV file (RFC 4180), one by one, with the columns found by the file's own
 * header. Record 1 is the row after the header.
 *
 * <p>The bytes are parsed as Latin-1, which keeps every byte and in which the delimiters are the
 * same, and each value is decoded on its own: one value that is not UTF-8 rejects its row only.
 */
final class CsvArticles implements Iterator<Row> {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private final String file;
  private final long maxBytes;
  private final CsvParser parser;
  private final List<String> header;
  private long record;
  private Row next;

  CsvArticles(String file, InputStream in, long maxBytes) throws IOException {
    this.file = file;
    this.maxBytes = maxBytes;
    var settings = new CsvParserSettings();
    settings.setMaxColumns(1024);
    settings.setMaxCharsPerColumn((int) Math.min(2 * maxBytes + 1024, Integer.MAX_VALUE - 16));
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    settings.setEmptyValue("");
    settings.setUnescapedQuoteHandling(UnescapedQuoteHandling.STOP_AT_DELIMITER);
    settings.getFormat().setQuoteEscape('"');
    settings.getFormat().setComment('\0');
    settings.setInputBufferSize(64 * 1024);
    settings.setReadInputOnSeparateThread(false);
    parser = new CsvParser(settings);
    parser.beginParsing(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    String[] names = parser.parseNext();
    header =
        names == null
            ? List.of()
            : Arrays.stream(names)
                .map(name -> name == null ? "" : name.replace(BYTE_ORDER_MARK, ""))
                .map(name -> name.replace("\"", "").strip().toLowerCase(Locale.ROOT))
                .toList();
    next = names == null ? emptyFile() : headerProblem().orElseGet(this::read);
  }

  private Row emptyFile() {
    return RawRecord.rejected(file, 1, Rejection.EMPTY_FILE, "no header row", "");
  }

  private Optional<Row> headerProblem() {
    if (header.contains("title") && header.contains("body")) {
      return Optional.empty();
    }
    String columns = String.join(",", header);
    parser.stopParsing();
    return Optional.of(
        RawRecord.rejected(
            file,
            1,
            Rejection.BAD_RECORD,
            "the header names no title and body; none of the file's rows is read",
            columns));
  }

  private Row read() {
    try {
      String[] values = parser.parseNext();
      return values == null ? null : toRecord(values);
    } catch (TextParsingException e) {
      parser.stopParsing();
      return RawRecord.rejected(
          file,
          ++record,
          Rejection.TOO_LARGE,
          "a value of more than "
              + maxBytes
              + " bytes, or a quote that is never closed; the rest"
              + " of the file is not read",
          "");
    }
  }

  private Row toRecord(String[] values) {
    record++;
    if (values.length != header.size()) {
      return RawRecord.rejected(
          file,
          record,
          Rejection.BAD_RECORD,
          values.length + " values, but the header has " + header.size(),
          raw(values));
    }
    for (String value : values) {
      if (value != null && decode(value).isEmpty()) {
        return RawRecord.rejected(file, record, Rejection.BAD_ENCODING, "not UTF-8", raw(values));
      }
    }
    return RawRecord.parsed(
        file,
        record,
        value(values, "title"),
        value(values, "date"),
        value(values, "url"),
        value(values, "body"));
  }

  private String value(String[] values, String column) {
    int at = header.indexOf(column);
    return at < 0 || values[at] == null ? null : decode(values[at]).orElseThrow();
  }

  private static Optional<String> decode(String latin1) {
    byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
    return Utf8.decode(bytes, bytes.length);
  }

  private static String raw(String[] values) {
    return Arrays.stream(values)
        .map(v -> v == null ? "" : v)
        .map(v -> v.getBytes(StandardCharsets.ISO_8859_1))
        .map(bytes -> Utf8.lenient(bytes, bytes.length))
        .collect(Collectors.joining(","));
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Row next() {
    Row current = next;
    next = parser.getContext() == null || parser.getContext().isStopped() ? null : read();
    return current;
  }
}
