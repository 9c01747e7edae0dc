package dev.broadsheet.articles;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Tells a text of one article from JSON lines and tables that are named like one. */
final class TextTable {
  private static final List<String> DELIMITERS = List.of("\t", ";", ",", "\\|");

  private TextTable() {}

  /** The format of a file with this first line, if it is not one article's text. */
  static Optional<ArticleFormat> format(String first) {
    if (first.matches("\\[?\\s*\\{\\s*\"[^\"]{1,100}\"\\s*:.*")) {
      return Optional.of(ArticleFormat.JSONL);
    }
    boolean table =
        DELIMITERS.stream()
            .map(first::split)
            .map(names -> Arrays.stream(names).map(CsvHeader::unquoted).toList())
            .anyMatch(Fields.UNNAMED::areEnoughAmong);
    return table ? Optional.of(ArticleFormat.CSV) : Optional.empty();
  }
}
