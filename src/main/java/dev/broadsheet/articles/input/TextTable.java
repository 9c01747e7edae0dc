package dev.broadsheet.articles.input;

import dev.broadsheet.articles.records.ArticleField;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells a text of one article from JSON lines and tables that are named like one. */
public final class TextTable {
  private static final Pattern DELIMITER = Pattern.compile("[\t;,|]");
  private static final Pattern OBJECT =
      Pattern.compile("\\[?\\s*\\{\\s*\"[^\"]{1,100}\"\\s*:.*", Pattern.DOTALL);
  private static final int LONGEST_NAME = 40;
  private static final int FEWEST_TABS = 2;
  private static final int FEWEST_ROWS = 3;
  private static final int LOOKED_AT = 20;
  private static final Set<String> TITLES = names(ArticleField.TITLE);
  private static final Set<String> BODIES = names(ArticleField.BODY);

  private TextTable() {}

  private static Set<String> names(ArticleField field) {
    var names = new HashSet<>(field.synonyms());
    names.add(field.label());
    return Set.copyOf(names);
  }

  /**
   * The format of a file that is not one article's text, by its first line, or as all of the first
   * have as many tabs.
   *
   * @param lines of it, without white space around them
   * @param first the number of the first that is not blank
   */
  public static Optional<ArticleFormat> format(List<String> lines, int first) {
    String begin = lines.get(first);
    return format(begin)
        .or(() -> Optional.of(ArticleFormat.CSV).filter(csv -> areRows(tabs(begin), lines, first)));
  }

  private static boolean areRows(long tabs, List<String> lines, int first) {
    if (tabs < FEWEST_TABS) {
      return false;
    }
    List<String> rows =
        lines.stream().skip(first).filter(line -> !line.isEmpty()).limit(LOOKED_AT).toList();
    return rows.size() >= FEWEST_ROWS && rows.stream().allMatch(row -> tabs(row) == tabs);
  }

  private static long tabs(String line) {
    return line.chars().filter(c -> c == '\t').count();
  }

  /** The format of a file with this first line, if it is not one article's text. */
  public static Optional<ArticleFormat> format(String first) {
    if ((first.startsWith("{") || first.startsWith("[")) && OBJECT.matcher(first).matches()) {
      return Optional.of(ArticleFormat.JSONL);
    }
    List<String> cells = List.of(DELIMITER.split(first));
    boolean names = cells.size() > 1 && cells.stream().allMatch(c -> c.length() <= LONGEST_NAME);
    return names && isAmong(cells, TITLES) && isAmong(cells, BODIES)
        ? Optional.of(ArticleFormat.CSV)
        : Optional.empty();
  }

  private static boolean isAmong(List<String> cells, Set<String> names) {
    return cells.stream().map(ArticleField::plain).anyMatch(names::contains);
  }
}
