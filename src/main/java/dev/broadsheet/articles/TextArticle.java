package dev.broadsheet.articles;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;

/**
 * The four-line format: title, date, URL, and the body, which is the rest. Blank lines between the
 * parts are fine, and so is a date or URL that is an empty line.
 *
 * <p>As a blank line may both separate and stand for something missing, the first word decides: a
 * line that is a date, or has no letters, is a date; a line without white space is a URL; anything
 * else after an empty line is the body.
 */
final class TextArticle {
  private static final Pattern DATE_LIKE = Pattern.compile("[\\d./\\- ]{4,12}");
  private static final Pattern WHITE = Pattern.compile("[\\s\\p{Z}]");

  private TextArticle() {}

  static Row parse(String file, InputStream in, long maxBytes) throws IOException {
    int limit = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16);
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return RawRecord.rejected(
          file,
          1,
          Rejection.TOO_LARGE,
          "more than " + maxBytes + " bytes (--max-article-bytes)",
          Utf8.lenient(bytes, bytes.length));
    }
    Optional<String> text = Utf8.decode(bytes, bytes.length);
    if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
      String detail = text.isEmpty() ? "not UTF-8" : "binary: it has NUL characters";
      return RawRecord.rejected(
          file, 1, Rejection.BAD_ENCODING, detail, Utf8.lenient(bytes, bytes.length));
    }
    return parse(file, text.get());
  }

  private static Row parse(String file, String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    int line = skipBlank(lines, 0);
    if (line == lines.size()) {
      return RawRecord.rejected(file, 1, Rejection.EMPTY_FILE, "nothing but white space", text);
    }
    String title = null;
    String date = null;
    String url = null;
    if (!isDate(lines.get(line))) {
      title = lines.get(line++);
    }
    int next = skipBlank(lines, line);
    if (next < lines.size() && (isDate(lines.get(next)) || next == line)) {
      date = lines.get(next);
      line = next + 1;
      next = skipBlank(lines, line);
    } else {
      line = Math.min(line + 1, next);
    }
    if (next < lines.size() && (isUrl(lines.get(next)) || next == line)) {
      url = lines.get(next);
      next++;
    }
    String body = String.join("\n", lines.subList(Math.min(next, lines.size()), lines.size()));
    return RawRecord.parsed(file, 1, title, date, url, body);
  }

  private static int skipBlank(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).isEmpty()) {
      line++;
    }
    return line;
  }

  private static boolean isDate(String line) {
    return DATE_LIKE.matcher(line).matches();
  }

  private static boolean isUrl(String line) {
    return !WHITE.matcher(line).find();
  }
}
