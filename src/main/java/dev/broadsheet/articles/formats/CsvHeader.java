package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.Examples;
import dev.broadsheet.articles.fields.FieldLook;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.input.LikelyEncoding;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.json.JsonRoots;
import dev.broadsheet.articles.records.NoValue;
import dev.broadsheet.dates.Dates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The columns of a file of separated values.
 *
 * @param names of the columns; numbers where the file has no header
 * @param named whether the first row names them
 * @param fields which of them are title, date, URL and body
 * @param advice what to do where title or body cannot be told; empty where they can
 */
record CsvHeader(List<String> names, boolean named, Fields fields, String advice) {
  private static final int SEVERAL_ROWS = 4;
  private static final int LONG_NAME = 60;

  private static final List<String> SUBSTACK = List.of("post_id", "is_published", "podcast_url");
  private static final String OF_SUBSTACK =
      "Substack's list of posts, whose texts are the pages posts/ID.html beside it: put each into a"
          + " column named body, and name this file only";

  /** Reads it from the first rows of a file, of which there is at least one. */
  static CsvHeader of(List<List<String>> rows, Fields asked) {
    List<String> first = rows.get(0).stream().map(CsvHeader::unquoted).toList();
    List<String> numbers =
        IntStream.rangeClosed(1, commonestSize(rows)).mapToObj(String::valueOf).toList();
    if (asked.areNumbers()) {
      return new CsvHeader(numbers, false, asked, missing(asked, numbers, rows));
    }
    int width = first.size();
    while (width > 0 && first.get(width - 1).isEmpty()) {
      width--;
    }
    List<String> names = first.subList(0, width);
    List<String> example = rows.size() > 1 ? rows.get(1) : first;
    Fields fields = asked.resolve(names, examples(names, rows.subList(1, rows.size())));
    List<String> unknown =
        fields.paths().values().stream()
            .flatMap(List::stream)
            .filter(name -> index(names, name) < 0)
            .toList();
    if (fields.areEnough() && unknown.isEmpty()) {
      return new CsvHeader(names, true, fields, "");
    }
    if (!unknown.isEmpty()) {
      return new CsvHeader(
          names,
          true,
          fields,
          "there is no column %s; the columns are %s"
              .formatted(String.join(", ", unknown), described(names, example)));
    }
    if (first.stream().anyMatch(CsvHeader::isData)) {
      Map<String, String> texts = withoutLabels(numbers, rows);
      return new CsvHeader(
          numbers,
          false,
          asked,
          "the header names no title and body, but looks like data: %s. %s"
              .formatted(
                  described(numbers, first),
                  FieldLook.haveText(texts)
                      ? "Perhaps there is no header: --columns " + FieldLook.ofAll(texts).text(",")
                      : "No column has a text of several words: a table of addresses and codes, as"
                          + " GDELT's are, has no articles; fetch the texts first"));
    }
    if (names.containsAll(SUBSTACK)) {
      return new CsvHeader(names, true, fields, OF_SUBSTACK);
    }
    return new CsvHeader(
        names,
        true,
        fields,
        "the header names no title and body; "
            + Examples.advice(
                described(names, example),
                fields.proposal(examples(names, rows.subList(1, rows.size())))));
  }

  /** A name without the quotes that a damaged header leaves at its ends. */
  static String unquoted(String cell) {
    return cell.strip().replaceAll("^\"|\"$", "").strip();
  }

  /** The first row may be damaged; of several sizes the smaller leaves nothing out. */
  private static int commonestSize(List<List<String>> rows) {
    Map<Integer, Long> sizes =
        rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
    return sizes.entrySet().stream()
        .max(
            Map.Entry.<Integer, Long>comparingByValue()
                .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
        .orElseThrow()
        .getKey();
  }

  private static String missing(Fields asked, List<String> names, List<List<String>> rows) {
    boolean all =
        asked.areEnough()
            && asked.paths().values().stream().flatMap(List::stream).allMatch(names::contains);
    return all
        ? ""
        : "--columns has no title and body, or numbers beyond %d; the columns are %s"
            .formatted(names.size(), described(names, rows.get(0)));
  }

  private static String described(List<String> names, List<String> values) {
    return IntStream.range(0, Math.min(names.size(), values.size()))
        .mapToObj(i -> Examples.of(names.get(i), values.get(i)))
        .limit(Examples.MOST)
        .collect(Collectors.joining(", "));
  }

  /** Names are short, and no dates, addresses or numbers. */
  private static boolean isData(String cell) {
    return cell.length() > LONG_NAME
        || cell.matches("(?i)https?://.*|-?\\d+([.,]\\d+)*")
        || Dates.STANDARD.read(cell).day().isPresent();
  }

  /** What to say of the fields, where these are the first rows of the file. */
  String said(List<List<String>> rows) {
    return fields.said(named ? examples(names, rows.subList(1, rows.size())) : Map.of());
  }

  /** The first value of each column that is not blank. */
  private static Map<String, String> examples(List<String> names, List<List<String>> rows) {
    var examples = new LinkedHashMap<String, String>();
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      examples.putIfAbsent(
          names.get(i),
          rows.stream()
              .filter(row -> column < row.size() && says(row.get(column)))
              .map(row -> row.get(column))
              .findFirst()
              .orElse(""));
    }
    return examples;
  }

  /** The same without columns of a few values that stand in many rows: labels, no titles. */
  private static Map<String, String> withoutLabels(List<String> names, List<List<String>> rows) {
    Map<String, String> examples = examples(names, rows);
    for (int i = 0; i < names.size(); i++) {
      int column = i;
      long values =
          rows.stream()
              .filter(row -> column < row.size())
              .map(row -> row.get(column))
              .distinct()
              .count();
      boolean few = rows.size() >= SEVERAL_ROWS && 2 * values <= rows.size();
      if (few && !isData(examples.get(names.get(i)))) {
        examples.remove(names.get(i));
      }
    }
    return examples;
  }

  private static boolean says(String value) {
    return !value.isBlank() && !NoValue.isWritten(value);
  }

  /** The same; names that are not UTF-8 are no names, and nothing is to be made of them. */
  String advice(FileBytes bytes) {
    String start = Utf8.lenient(bytes.head(), bytes.head().length);
    int lineEnd = start.indexOf('\n');
    boolean lost = start.substring(0, Math.max(0, lineEnd)).contains("\uFFFD");
    return bytes.encoding().isEmpty() && lost
        ? "the header is not UTF-8; perhaps --encoding " + LikelyEncoding.of(bytes.head())
        : advice;
  }

  /** The place of a column; -1 if there is none of the name. */
  static int index(List<String> names, String name) {
    int exact = names.indexOf(name);
    return exact >= 0
        ? exact
        : IntStream.range(0, names.size())
            .filter(i -> names.get(i).equalsIgnoreCase(name))
            .findFirst()
            .orElse(-1);
  }

  /** The places of a column: one, but where the header has its name several times. */
  List<Integer> columns(String name) {
    int first = index(names, name);
    if (first < 0) {
      return List.of();
    }
    return IntStream.range(first, names.size())
        .filter(i -> names.get(i).equals(names.get(first)))
        .boxed()
        .toList();
  }

  /** Whether a row has a value for each column, and nothing beyond. */
  boolean fits(List<byte[]> values) {
    for (int i = names.size(); i < values.size(); i++) {
      if (!isBlank(values.get(i))) {
        return false;
      }
    }
    return values.size() >= names.size();
  }

  static boolean isBlank(byte[] value) {
    for (byte b : value) {
      if (!JsonRoots.isSpace(b)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a row is this header again. */
  boolean isIn(List<byte[]> values) {
    for (int i = 0; i < names().size(); i++) {
      byte[] value = values.get(i);
      if (!unquoted(Utf8.lenient(value, value.length)).equals(names().get(i))) {
        return false;
      }
    }
    return true;
  }
}
