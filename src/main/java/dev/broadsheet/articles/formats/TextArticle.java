package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.Mailbox;
import dev.broadsheet.articles.input.OtherFormat;
import dev.broadsheet.articles.input.TextTable;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import dev.broadsheet.dates.Dates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The four-line format: title, date, URL, and the body, which is the rest. Blank lines between the
 * parts are fine, and so is a date or URL that is an empty line.
 *
 * <p>A line is a date if it is one, or made of digits like one, and a URL if it looks like an
 * address; a paragraph is neither, be it one word. What stands where a date belongs, with an
 * address below it, is a date that cannot be read. The address may also come first. A {@link
 * TextHead} of labelled lines is read by its labels, and a date with words around it below a title
 * ({@link Byline}). The title may be the name of the file ({@link FileTitle}), or stand below the
 * text ({@link Highlights}).
 */
final class TextArticle {
  private static final Pattern DATE_LIKE = Pattern.compile("\\d[\\d./\\- ]{5,11}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*:\\S+|(?:www\\.|//)\\S+|[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}(?:/\\S*)?");

  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

  private TextArticle() {}

  /** The records of a file: one, or as many as a press database exports into one. */
  static List<Row> parse(String file, InputStream in, ReadOptions options) throws IOException {
    WholeText whole = WholeText.of(file, in, options);
    if (whole.rejected().isPresent()) {
      return List.of(whole.rejected().get());
    }
    String start = RawRecord.start(whole.text());
    Optional<OtherFormat> other = OtherFormat.ofText(start.getBytes(StandardCharsets.UTF_8));
    return other.isPresent()
        ? List.of(
            RawRecord.rejected(
                file, 1, Rejection.BAD_RECORD, "the file is " + other.get().advice(), whole.text()))
        : parse(file, whole.text(), options.dates(), whole.encoding());
  }

  private static List<Row> parse(String file, String text, Dates dates, String readAs) {
    List<String> lines = text.lines().map(String::strip).toList();
    int line = skipBlank(lines, 0);
    Optional<ArticleFormat> table = TextTable.format(lines, line);
    if (table.isPresent()) {
      return List.of(
          RawRecord.rejected(
              file,
              1,
              Rejection.BAD_RECORD,
              "not one article but many, by its first lines: say --format " + table.get().label(),
              text));
    }
    if (Mailbox.isIn(lines.subList(line, lines.size()))) {
      return List.of(
          RawRecord.rejected(file, 1, Rejection.BAD_RECORD, "the file is " + Mailbox.ADVICE, text));
    }
    List<Row> press = PressExport.records(file, lines, readAs);
    if (!press.isEmpty()) {
      return press;
    }
    boolean head = hasHead(lines, line, dates);
    Optional<String> many =
        SeparateTexts.advice(lines, date -> isDate(date, dates))
            .or(() -> head ? Optional.empty() : DatedEntries.advice(lines, line))
            .or(() -> head ? Optional.empty() : LabelledEntries.advice(lines, line));
    return List.of(
        many.isPresent()
            ? RawRecord.rejected(file, 1, Rejection.BAD_RECORD, many.get(), text)
            : article(file, text, lines, line, dates, readAs));
  }

  /** Whether an address or a date stands alone below the title, as in no log. */
  private static boolean hasHead(List<String> lines, int first, Dates dates) {
    int second = skipBlank(lines, first + 1);
    int third = skipBlank(lines, second + 1);
    return third < lines.size() && WEB.matcher(lines.get(third)).matches()
        || second < lines.size() && isDate(lines.get(second), dates);
  }

  private static Row article(
      String file, String text, List<String> lines, int first, Dates dates, String readAs) {
    int line = first;
    int behind = Mailbox.isEnvelope(lines.get(line)) ? line + 1 : line;
    Optional<TextHead> head =
        behind == lines.size() ? Optional.empty() : TextHead.of(text.lines().toList(), behind);
    if (head.filter(TextHead::isOfParts).isPresent()) {
      return RawRecord.rejected(
          file, 1, Rejection.BAD_RECORD, "the file is " + Mailbox.PARTS, text, readAs);
    }
    if (head.isPresent()) {
      return labelled(file, head.get(), lines, readAs);
    }
    Optional<Highlights> highlights = Highlights.of(text, lines, line);
    if (highlights.isPresent()) {
      String body = String.join("\n", lines.subList(line, highlights.get().behind()));
      String said = also(readAs, "the first highlight below the text as its title");
      return row(file, highlights.get().title(), null, null, body, said);
    }
    Optional<String> named = FileTitle.of(file, lines.subList(line, lines.size()));
    if (named.isPresent()) {
      String body = String.join("\n", lines.subList(line, lines.size()));
      return row(file, named.get(), null, null, body, also(readAs, "title in the file's name"));
    }
    int below = skipBlank(lines, line + 1);
    if (below < lines.size() - 1 && WEB.matcher(lines.get(line)).matches()) {
      return belowAddress(file, lines, line, below, dates, readAs);
    }
    String title = null;
    String date = null;
    String url = null;
    if (!isDate(lines.get(line), dates)) {
      title = lines.get(line++);
    }
    int next = skipBlank(lines, line);
    int after = skipBlank(lines, next + 1);
    boolean aboveAddress =
        next < lines.size() - 1
            && after < lines.size()
            && isAddress(lines.get(after))
            && !isAddress(lines.get(next));
    if (next < lines.size() && (isDate(lines.get(next), dates) || next == line && aboveAddress)) {
      date = lines.get(next);
      next = after;
    } else {
      Optional<Byline> byline = Byline.of(file, lines, next, dates);
      date = byline.map(Byline::date).orElse(null);
      next = byline.map(Byline::behind).orElse(next);
    }
    if (next < lines.size() && isAddress(lines.get(next))) {
      url = lines.get(next);
      next++;
    }
    String body = String.join("\n", lines.subList(Math.min(next, lines.size()), lines.size()));
    return row(file, title, date, url, body, readAs);
  }

  /** Address, date and title, as some corpora have them. */
  private static Row belowAddress(
      String file, List<String> lines, int address, int below, Dates dates, String readAs) {
    int title = below;
    String date = null;
    int next = skipBlank(lines, below + 1);
    if (next < lines.size() && isDate(lines.get(below), dates)) {
      date = lines.get(below);
      title = next;
    }
    String body = String.join("\n", lines.subList(title + 1, lines.size()));
    return row(file, lines.get(title), date, lines.get(address), body, readAs);
  }

  private static Row row(
      String file, String title, String date, String url, String body, String readAs) {
    return RowFactory.create(file, 1L, title, date, url, body, null, null, null, readAs);
  }

  private static String also(String readAs, String more) {
    return readAs.isEmpty() ? more : readAs + ", " + more;
  }

  private static Row labelled(String file, TextHead head, List<String> lines, String readAs) {
    Stream<String> first = head.value(ArticleField.BODY).stream();
    String body =
        Stream.concat(first, lines.stream().skip(head.body())).collect(Collectors.joining("\n"));
    return row(
        file,
        head.value(ArticleField.TITLE).orElse(null),
        head.value(ArticleField.DATE).orElse(null),
        head.value(ArticleField.URL).orElse(null),
        body,
        also(readAs, head.said()));
  }

  private static int skipBlank(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).isEmpty()) {
      line++;
    }
    return line;
  }

  private static boolean isDate(String line, Dates dates) {
    return line.length() <= 40
        && (DATE_LIKE.matcher(line).matches()
            || line.chars().anyMatch(Character::isDigit) && dates.read(line).day().isPresent());
  }

  private static boolean isAddress(String line) {
    return ADDRESS.matcher(line).matches();
  }
}
