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
  private static final Set<String> TITLES = names(ArticleField.TITLE);
  private static final Set<String> BODIES = names(ArticleField.BODY);

  private TextTable() {}

  private static Set<String> names(ArticleField field) {
    var names = new HashSet<>(field.synonyms());
    names.add(field.label());
    return Set.copyOf(names);
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
