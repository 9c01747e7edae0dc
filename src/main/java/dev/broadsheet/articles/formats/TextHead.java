package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.records.ArticleField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of a text file whose lines are labelled: that of a mail or a Usenet post ({@code
 * Subject: …}, {@code Date: …}), of an export ({@code Title: …}, {@code URL: …}), or between two
 * lines of dashes or, with equals signs, of pluses, as generators of web pages have it. It ends at
 * an empty line, or at a label of the body.
 *
 * @param values of the fields that are labelled
 * @param labels as they are written
 * @param body the number of the line behind the head
 */
record TextHead(Map<ArticleField, String> values, Map<ArticleField, String> labels, int body) {
  private static final Pattern LABEL =
      Pattern.compile("([\\p{L}][\\p{L}\\p{N}_-]*(?: [\\p{L}\\p{N}_-]+){0,2}) ?:(?: +(.*)|)");
  private static final Pattern FENCE = Pattern.compile("-{3,}|\\+{3}");
  private static final Pattern SETTING = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_-]*) *= *(.*)");
  private static final Pattern QUOTED = Pattern.compile("\"(.*)\"|'(.*)'");
  private static final int LONGEST_LABEL = 30;
  private static final Map<String, ArticleField> KNOWN = known();

  private static Map<String, ArticleField> known() {
    Map<String, ArticleField> known = new HashMap<>();
    for (ArticleField field : ArticleField.values()) {
      Stream.concat(Stream.of(field.label()), field.synonyms().stream())
          .forEach(name -> known.putIfAbsent(name, field));
    }
    known.put("subject", ArticleField.TITLE);
    return Map.copyOf(known);
  }

  /**
   * Reads a head: one with a title, a second label, and an end.
   *
   * @param lines of the file, with the spaces at their beginnings
   * @param first the number of the first that is not blank
   */
  static Optional<TextHead> of(List<String> lines, int first) {
    boolean fenced = FENCE.matcher(lines.get(first).strip()).matches();
    boolean settings = fenced && lines.get(first).strip().startsWith("+");
    var values = new EnumMap<ArticleField, String>(ArticleField.class);
    var labels = new EnumMap<ArticleField, String>(ArticleField.class);
    ArticleField last = null;
    int labelled = 0;
    for (int at = first + (fenced ? 1 : 0); at < lines.size(); at++) {
      String line = lines.get(at);
      if (fenced ? FENCE.matcher(line.strip()).matches() : line.isBlank()) {
        return enough(values, labels, labelled, at + 1);
      }
      Matcher label = (settings ? SETTING : LABEL).matcher(line.stripTrailing());
      boolean continued = !line.isEmpty() && Character.isWhitespace(line.charAt(0));
      if (continued && labelled > 0) {
        if (last != null) {
          values.merge(last, line.strip(), (a, b) -> a + " " + b);
        }
      } else if (label.matches() && label.group(1).length() <= LONGEST_LABEL) {
        labelled++;
        last = KNOWN.get(ArticleField.plain(label.group(1)));
        if (last == ArticleField.BODY && !fenced) {
          labels.put(last, label.group(1));
          values.put(last, value(label));
          return enough(values, labels, labelled, at + 1);
        }
        if (last != null && !values.containsKey(last)) {
          values.put(last, value(label));
          labels.put(last, label.group(1));
        } else {
          last = null;
        }
      } else if (!fenced) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String value(Matcher label) {
    String value = label.group(2) == null ? "" : label.group(2).strip();
    Matcher quoted = QUOTED.matcher(value);
    return quoted.matches()
        ? Optional.ofNullable(quoted.group(1)).orElseGet(() -> quoted.group(2))
        : value;
  }

  private static Optional<TextHead> enough(
      Map<ArticleField, String> values, Map<ArticleField, String> labels, int labelled, int body) {
    return values.containsKey(ArticleField.TITLE) && labelled > 1
        ? Optional.of(new TextHead(values, labels, body))
        : Optional.empty();
  }

  /** What stands behind a label; null if there is none, or nothing behind it. */
  String value(ArticleField field) {
    String value = values.getOrDefault(field, "");
    return value.isBlank() ? null : value;
  }

  /** As it is said of a file's fields: {@code title=Subject, date=Date}. */
  String said() {
    var names = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    labels.forEach((field, label) -> names.put(field, List.of(label)));
    return "a labelled head, " + new Fields(names).text(", ");
  }
}
