package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What press databases export: one article or many in a text, each as a {@link PressText}. */
final class PressExport {
  private static final String READ_AS = "a press database's text";
  private static final String MANY =
      "an export of a press database with many articles: export each into a file of its own, or all as a table (CSV)";
  private static final String NONE =
      "between the articles of a press database, and none: no headline or no text is marked";
  private static final Pattern RULE = Pattern.compile("_{20,}");

  private PressExport() {}

  /**
   * The records of a text; none if it is no such export.
   *
   * @param lines of it, without white space around them
   * @param readAs what was found before
   */
  static List<Row> records(String file, List<String> lines, String readAs) {
    if (PressMark.in(lines).isEmpty()) {
      return List.of();
    }
    List<List<String>> parts = parts(lines);
    List<Optional<PressText>> texts = parts.stream().map(PressText::of).toList();
    if (texts.stream().allMatch(Optional::isEmpty)) {
      return isMany(lines) ? List.of(rejected(file, 1, "the file is " + MANY, lines)) : List.of();
    }
    List<Row> rows = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      long record = at + 1;
      List<String> part = parts.get(at);
      rows.add(
          texts
              .get(at)
              .map(text -> row(file, record, text, readAs))
              .orElseGet(() -> rejected(file, record, NONE, part)));
    }
    return rows;
  }

  private static Row row(String file, long record, PressText text, String readAs) {
    return RowFactory.create(
        file,
        record,
        text.title(),
        text.date(),
        text.url(),
        text.body(),
        null,
        null,
        null,
        readAs.isEmpty() ? READ_AS : readAs + ", " + READ_AS);
  }

  private static Row rejected(String file, long record, String detail, List<String> lines) {
    return RawRecord.rejected(
        file, record, Rejection.BAD_RECORD, detail, String.join("\n", lines).strip());
  }

  /** Of some marks an article has one at most. */
  private static boolean isMany(List<String> lines) {
    EnumSet<PressMark> seen = EnumSet.noneOf(PressMark.class);
    return lines.stream()
        .flatMap(line -> PressMark.of(line).stream())
        .anyMatch(mark -> mark.isOfOneArticle() && !seen.add(mark));
  }

  /**
   * The lines of each article, parted where one database or another sets a mark between them; all
   * lines in one part if there is none.
   */
  private static List<List<String>> parts(List<String> lines) {
    List<List<String>> parts = new ArrayList<>();
    boolean ended = false;
    int from = 0;
    for (int at = 0; at < lines.size(); at++) {
      String line = lines.get(at);
      if (ended && line.isEmpty() || isFirst(line)) {
        add(parts, lines.subList(from, at));
        from = at;
        ended = false;
      }
      ended |= PressMark.END_OF_DOCUMENT.is(line) || PressMark.DOCUMENT.is(line);
    }
    add(parts, lines.subList(from, lines.size()));
    return parts;
  }

  private static boolean isFirst(String line) {
    return PressMark.ONE_OF_MANY.is(line)
        || line.startsWith("____") && RULE.matcher(line).matches();
  }

  private static void add(List<List<String>> parts, List<String> lines) {
    if (lines.stream().anyMatch(line -> line.chars().anyMatch(Character::isLetter))) {
      parts.add(lines);
    }
  }
}
