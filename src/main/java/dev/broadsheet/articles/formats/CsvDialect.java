package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.input.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a file separates values, found by looking at its start: the delimiter under whose rule the
 * most rows agree, and how values with delimiters in them are quoted.
 *
 * @param skipped bytes before the first row: a byte order mark, a line {@code sep=;}, lines about
 *     the file
 * @param about how many lines about the file are skipped
 * @param rows the first of the file; empty if it has none
 * @param agreed how many of them are sound and as long as the first
 */
record CsvDialect(
    byte delimiter,
    CsvRows.Quoting quoting,
    int skipped,
    int about,
    List<List<String>> rows,
    long agreed) {
  private static final int ROWS = 200;
  private static final byte[] DELIMITERS = {',', ';', '\t', '|'};

  /** What Hive writes between values, and nobody in them. */
  private static final byte CONTROL = 1;

  private static final Pattern SEPARATOR = Pattern.compile("(?i)\"?sep=(.)\"?\r?\n");
  private static final Map<Byte, String> NAMES =
      Map.of(
          (byte) ',',
          "commas",
          (byte) ';',
          "semicolons",
          (byte) '\t',
          "tabs",
          (byte) '|',
          "bars",
          CONTROL,
          "control characters (\\u0001)");

  /** The dialect of a file that begins so. */
  static CsvDialect of(byte[] head, boolean complete) {
    int start = Utf8.start(head, 0, head.length);
    String first = Utf8.lenient(head, Math.min(head.length, 64)).replace("\uFEFF", "");
    Matcher separator = SEPARATOR.matcher(first);
    boolean named = separator.lookingAt();
    int from = named ? start + separator.end() : start;
    byte[] delimiters =
        named
            ? new byte[] {(byte) separator.group(1).charAt(0)}
            : isInFirstLine(head, CONTROL) ? new byte[] {CONTROL} : DELIMITERS;
    CsvPreamble preamble = CsvPreamble.of(head, from, delimiters);
    int skipped = from + preamble.bytes();
    boolean escapes = contains(head, '\\', '"');
    CsvDialect best = null;
    for (byte delimiter : delimiters) {
      for (CsvRows.Quoting quoting :
          quotings(delimiter, escapes, contains(head, (char) delimiter, '\''))) {
        CsvDialect dialect = read(head, skipped, delimiter, quoting, complete);
        if (best == null || dialect.isBetterThan(best)) {
          best = dialect;
        }
      }
    }
    return best.below(preamble.lines());
  }

  private CsvDialect below(int lines) {
    return new CsvDialect(delimiter, quoting, skipped, lines, rows, agreed);
  }

  /** With tabs, bars and control characters many programs quote nothing. */
  private static List<CsvRows.Quoting> quotings(byte delimiter, boolean escapes, boolean single) {
    List<CsvRows.Quoting> quotings = new ArrayList<>(List.of(CsvRows.Quoting.DOUBLED));
    if (escapes) {
      quotings.add(CsvRows.Quoting.ESCAPED);
    }
    if (single) {
      quotings.add(CsvRows.Quoting.SINGLE);
    }
    if (delimiter == '\t' || delimiter == '|' || delimiter == CONTROL) {
      quotings.add(CsvRows.Quoting.NONE);
    }
    return quotings;
  }

  private static boolean isInFirstLine(byte[] head, byte wanted) {
    int at = 0;
    while (at < head.length && head[at] != '\n' && head[at] != wanted) {
      at++;
    }
    return at < head.length && head[at] == wanted;
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
    return new CsvDialect(delimiter, quoting, skipped, 0, rows, agreed);
  }

  /** Where rows agree under two rules, it is those of more columns: prose has commas, too. */
  private boolean isBetterThan(CsvDialect other) {
    boolean wider =
        delimiter != other.delimiter
            && !rows.isEmpty()
            && score() == other.score()
            && rows.get(0).size() > other.rows.get(0).size();
    return score() > other.score() || wider;
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
          case SINGLE -> "single quotes";
          case NONE -> "quotes as they are";
        };
    String skipped = about == 0 ? "" : "without %,d lines about the file".formatted(about);
    return Stream.of(skipped, separated, escaped)
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
