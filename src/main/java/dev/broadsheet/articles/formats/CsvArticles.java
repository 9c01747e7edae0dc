package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import dev.broadsheet.dates.Dates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The records of one file of separated values, one by one. Record 1 is the row after the header;
 * rows without anything in them are white space.
 *
 * <p>A row that is not well formed ends before the next line that begins one that is: a stray quote
 * costs its record and not those after it.
 */
final class CsvArticles implements Iterator<Row> {
  private static final int MOST_LINES = 10_000;

  /** So many bytes of a file are looked at again; one that is made of open quotes ends so. */
  private static final long MOST_LOOKED = 1L << 30;

  private final String file;
  private final long maxBytes;
  private final CsvRows rows;
  private final CsvHeader header;
  private final String readAs;
  private final String advice;
  private final Dates dates;
  private final boolean encoded;

  /** Whether other things may stand beside articles. */
  private final boolean ofExport;

  private final Map<String, List<Integer>> places = new HashMap<>();
  private long record;
  private long looked;
  private Row next;

  CsvArticles(String file, FileBytes bytes, ReadOptions options) throws IOException {
    this.file = file;
    this.maxBytes = options.maxBytes();
    this.dates = options.dates();
    this.encoded = bytes.encoding().isPresent();
    CsvDialect dialect = CsvDialect.of(bytes.head(), bytes.isComplete());
    rows =
        new CsvRows(
            bytes.openAt(dialect.skipped()),
            dialect.delimiter(),
            dialect.quoting(),
            2 * maxBytes + 1024);
    if (dialect.rows().isEmpty()) {
      header = null;
      readAs = "";
      advice = "";
      ofExport = false;
      next = RawRecord.rejected(file, 1, Rejection.EMPTY_FILE, "no header row", "");
      rows.close();
      return;
    }
    header = CsvHeader.of(dialect.rows(), options.columns());
    List<String> names = lowerCase(header.names());
    ofExport = BesideArticles.mayBe(names);
    List<String> said = new ArrayList<>();
    said.add(dialect.readAs());
    said.add(bytes.encoding().orElse(""));
    said.add(header.named() ? "" : "no header");
    said.add(header.said(dialect.rows()));
    said.add(BesideArticles.said(names));
    readAs = said.stream().filter(s -> !s.isEmpty()).collect(Collectors.joining(", "));
    header.fields().paths().values().stream()
        .flatMap(List::stream)
        .forEach(name -> places.put(name, header.columns(name)));
    if (header.named()) {
      rows.header();
    }
    advice = header.advice().isEmpty() ? "" : header.advice(bytes);
    next = read();
    if (next == null && !header.advice().isEmpty()) {
      String columns = String.join(",", header.names());
      next = rejected(Rejection.BAD_RECORD, advice, columns);
    }
  }

  private static List<String> lowerCase(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  private Row rejected(Rejection why, String detail, String raw) {
    return RawRecord.rejected(file, Math.max(1, record), why, detail, raw, readAs);
  }

  private Row read() throws IOException {
    CsvRows.Row row = rows.next();
    while (row != null && row.values().stream().allMatch(CsvHeader::isBlank)) {
      row = rows.next();
    }
    if (row == null) {
      rows.close();
      return null;
    }
    record++;
    if (row.sound() && header.fits(row.values())) {
      return toRecord(row.values());
    }
    return mended(row);
  }

  /** A row with a quote too many or too few, or another number of values than the header. */
  private Row mended(CsvRows.Row row) throws IOException {
    int end = nextSound(row);
    if (end < 0 && header.fits(row.values()) && row.end() - row.start() <= maxBytes) {
      return toRecord(row.values());
    }
    int to = end < 0 ? row.end() : end;
    byte[] raw =
        Arrays.copyOfRange(
            rows.bytes(), row.start(), Math.min(to, row.start() + 4 * RawRecord.RAW_CHARACTERS));
    String text = Utf8.lenient(raw, raw.length).strip();
    if (end >= 0) {
      rows.backTo(end);
      return rejected(Rejection.BAD_RECORD, "a quote that is never closed, or stray", text);
    }
    if (row.end() - row.start() > maxBytes) {
      rows.skipLine();
      return rejected(
          Rejection.TOO_LARGE,
          "more than " + maxBytes + " bytes, or a quote that is never closed",
          text);
    }
    return rejected(
        Rejection.BAD_RECORD,
        row.values().size() + " values, but the header has " + header.names().size(),
        text);
  }

  /** Where within a row a line begins that is a sound row itself; -1 if none does. */
  private int nextSound(CsvRows.Row row) throws IOException {
    int from = row.start();
    for (int line = 0; line < MOST_LINES && looked < MOST_LOOKED; line++) {
      while (from < row.end() && rows.bytes()[from] != '\n') {
        from++;
      }
      from++;
      if (from >= row.end()) {
        return -1;
      }
      CsvRows.Row candidate = rows.rowAt(from);
      looked += candidate.end() - candidate.start();
      if (candidate.sound() && header.fits(candidate.values()) && isLikely(candidate.values())) {
        return from;
      }
    }
    return -1;
  }

  /** A line of prose with as many commas as there are columns is no row. */
  private boolean isLikely(List<byte[]> values) {
    Optional<String> date = value(values, ArticleField.DATE);
    Optional<String> url = value(values, ArticleField.URL);
    boolean dated =
        date.map(String::strip).filter(d -> !d.isEmpty()).map(dates::isDate).orElse(false);
    boolean addressed = url.map(u -> u.strip().matches("(?i)(https?:)?//\\S+")).orElse(false);
    boolean told =
        !header.fields().of(ArticleField.DATE).isEmpty()
            || !header.fields().of(ArticleField.URL).isEmpty();
    return told ? dated || addressed : values.size() > 1;
  }

  private Row toRecord(List<byte[]> values) {
    if (!header.advice().isEmpty()) {
      return rejected(Rejection.BAD_RECORD, advice, raw(values));
    }
    if (header.named() && header.isIn(values)) {
      return rejected(Rejection.BAD_RECORD, "the header again", raw(values));
    }
    Optional<String> beside =
        ofExport ? BesideArticles.kind(new CsvFields(header.names(), values)) : Optional.empty();
    if (beside.isPresent()) {
      return RawRecord.leftOut(file, record, beside.get(), readAs);
    }
    String[] texts = new String[ArticleField.values().length];
    for (ArticleField field : ArticleField.values()) {
      List<String> parts = new ArrayList<>();
      for (String name : header.fields().of(field)) {
        Set<String> found = new LinkedHashSet<>();
        for (int column : places.get(name)) {
          byte[] value = values.get(column);
          Optional<String> text = Utf8.decode(value, value.length);
          if (text.isEmpty()) {
            return rejected(Rejection.BAD_ENCODING, notUtf8(), raw(values));
          }
          text.filter(t -> !t.isBlank()).ifPresent(found::add);
        }
        if (found.size() > 1) {
          return rejected(
              Rejection.BAD_RECORD,
              name + " stands twice in the header, with different values here",
              raw(values));
        }
        parts.addAll(found);
      }
      texts[field.ordinal()] =
          parts.isEmpty() ? null : String.join(field == ArticleField.BODY ? "\n\n" : " ", parts);
    }
    return RowFactory.create(
        file,
        record,
        texts[ArticleField.TITLE.ordinal()],
        texts[ArticleField.DATE.ordinal()],
        texts[ArticleField.URL.ordinal()],
        texts[ArticleField.BODY.ordinal()],
        null,
        null,
        null,
        readAs);
  }

  private String notUtf8() {
    return encoded ? "not as its encoding has it" : "not UTF-8";
  }

  private Optional<String> value(List<byte[]> values, ArticleField field) {
    return header.fields().of(field).stream()
        .map(name -> CsvHeader.index(header.names(), name))
        .filter(i -> i >= 0)
        .map(values::get)
        .map(bytes -> Utf8.lenient(bytes, bytes.length))
        .findFirst();
  }

  private static String raw(List<byte[]> values) {
    return values.stream()
        .map(bytes -> Utf8.lenient(bytes, bytes.length))
        .collect(Collectors.joining(","));
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
      next = header == null ? null : read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return current;
  }
}
