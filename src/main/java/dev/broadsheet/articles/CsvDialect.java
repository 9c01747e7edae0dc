package dev.broadsheet.articles;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * How a file separates values, found by looking at its start: the delimiter under whose rule the
 * most rows agree, and how values with delimiters in them are quoted.
 *
 * @param skipped bytes before the first row: a byte order mark, a line {@code sep=;}
 * @param rows the first of the file; empty if it has none
 * @param agreed how many of them are sound and as long as the first
 */
record CsvDialect(
    byte delimiter, CsvRows.Quoting quoting, int skipped, List<List<String>> rows, long agreed) {
  private static final int ROWS = 200;
  private static final byte[] DELIMITERS = {',', ';', '\t', '|'};
  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\r?\n");
  private static final Map<Byte, String> NAMES =
      Map.of(
          (byte) ',', "commas", (byte) ';', "semicolons", (byte) '\t', "tabs", (byte) '|', "bars");

  /** The dialect of a file that begins so. */
  static CsvDialect of(byte[] head, boolean complete) {
    int start = Utf8.start(head, 0, head.length);
    String first = Utf8.lenient(head, Math.min(head.length, 64)).replace("\uFEFF", "");
    Matcher separator = SEPARATOR.matcher(first);
    boolean named = separator.lookingAt();
    int skipped = named ? start + separator.end() : start;
    byte[] delimiters = named ? new byte[] {(byte) separator.group(1).charAt(0)} : DELIMITERS;
    boolean escapes = contains(head, '\\', '"');
    CsvDialect best = null;
    for (byte delimiter : delimiters) {
      for (CsvRows.Quoting quoting : quotings(delimiter, escapes)) {
        CsvDialect dialect = read(head, skipped, delimiter, quoting, complete);
        if (best == null || dialect.score() > best.score()) {
          best = dialect;
        }
      }
    }
    return best;
  }

  /** With tabs and bars many programs quote nothing. */
  private static List<CsvRows.Quoting> quotings(byte delimiter, boolean escapes) {
    List<CsvRows.Quoting> quotings = new ArrayList<>(List.of(CsvRows.Quoting.DOUBLED));
    if (escapes) {
      quotings.add(CsvRows.Quoting.ESCAPED);
    }
    if (delimiter == '\t' || delimiter == '|') {
      quotings.add(CsvRows.Quoting.NONE);
    }
    return quotings;
  }

  private static boolean contains(byte[] bytes, char a, char b) {
    return IntStream.range(1, bytes.length).anyMatch(i -> bytes[i - 1] == a && bytes[i] == b);
  }

  private static CsvDialect read(
      byte[] head, int skipped, byte delimiter, CsvRows.Quoting quoting, boolean complete) {
    List<List<String>> rows = new ArrayList<>();
    long agreed = 0;
    try {
      var in = new ByteArrayInputStream(head, skipped, head.length - skipped);
      var csv = new CsvRows(in, delimiter, quoting, head.length);
      CsvRows.Row row = csv.header();
      while (row != null && rows.size() < ROWS) {
        CsvRows.Row following = csv.next();
        if (following == null && !complete && !rows.isEmpty()) {
          break;
        }
        List<String> values = row.values().stream().map(v -> Utf8.lenient(v, v.length)).toList();
        rows.add(values);
        agreed += row.sound() && values.size() == rows.get(0).size() ? 1 : 0;
        row = following;
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return new CsvDialect(delimiter, quoting, skipped, rows, agreed);
  }

  /** A delimiter that makes one column separates nothing; known names in the first row decide. */
  private double score() {
    if (rows.isEmpty() || rows.get(0).size() < 2) {
      return 0;
    }
    List<String> names = rows.get(0).stream().map(CsvHeader::unquoted).toList();
    double known = Fields.UNNAMED.areEnoughAmong(names) ? 1 : 0;
    return known + (double) agreed / rows.size();
  }

  /** What was found out; empty for commas and doubled quotes. */
  String readAs() {
    String separated =
        delimiter == ','
            ? ""
            : "separated by " + NAMES.getOrDefault(delimiter, "'" + (char) delimiter + "'");
    String escaped =
        switch (quoting) {
          case DOUBLED -> "";
          case ESCAPED -> "backslashes before quotes";
          case NONE -> "quotes as they are";
        };
    return separated.isEmpty() || escaped.isEmpty()
        ? separated + escaped
        : separated + ", " + escaped;
  }
}
