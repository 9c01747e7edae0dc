package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.records.ArticleField;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A text of many articles one below another, each behind its own labels of title and date, as
 * systems for blogs export them. Messages are no such text: they quote the labels of others.
 */
final class LabelledEntries {
  private static final int LONGEST_LABEL = 25;
  private static final Set<String> MAIL = Set.of("from", "to", "subject", "message-id", "received");
  private static final int LINES_OF_A_HEAD = 20;
  private static final Set<String> TITLES = names(ArticleField.TITLE);
  private static final Set<String> DATES = names(ArticleField.DATE);

  private LabelledEntries() {}

  private static Set<String> names(ArticleField field) {
    var names = new HashSet<>(field.synonyms());
    names.add(field.label());
    return Set.copyOf(names);
  }

  /**
   * What is said of such a text.
   *
   * @param lines of it, without white space around them
   * @param first the number of the first that is not blank, which must have a label
   */
  static Optional<String> advice(List<String> lines, int first) {
    int begin = lines.get(first).indexOf(':');
    if (begin < 1 || begin > LONGEST_LABEL) {
      return Optional.empty();
    }
    String title = "";
    String date = "";
    for (String line : lines.subList(0, Math.min(lines.size(), LINES_OF_A_HEAD))) {
      String start = line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL) : line;
      int colon = start.indexOf(':');
      if (colon < 1) {
        continue;
      }
      String name = line.substring(0, colon).strip();
      if (MAIL.contains(name.toLowerCase(Locale.ROOT))) {
        return Optional.empty();
      }
      title = title.isEmpty() && TITLES.contains(ArticleField.plain(name)) ? name : title;
      date = date.isEmpty() && DATES.contains(ArticleField.plain(name)) ? name : date;
    }
    if (title.isEmpty() || date.isEmpty()) {
      return Optional.empty();
    }
    long entries = Math.min(count(lines, title), count(lines, date));
    return entries < 2
        ? Optional.empty()
        : Optional.of(
            "not one article but %,d, each behind its own '%s:': write title, date and text of each as CSV or JSON lines, or each into a file of its own"
                .formatted(entries, title));
  }

  private static long count(List<String> lines, String label) {
    return lines.stream()
        .filter(line -> line.startsWith(label))
        .filter(line -> line.substring(label.length()).stripLeading().startsWith(":"))
        .count();
  }
}
