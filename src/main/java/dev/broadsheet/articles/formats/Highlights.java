package dev.broadsheet.articles.formats;

import java.util.List;
import java.util.Optional;

/**
 * A text without a title below which stands what it says in short, as in the stories of CNN and the
 * Daily Mail that summaries are learned from: the first of these lines is a headline.
 *
 * @param title the first highlight
 * @param behind the number of the line behind the text
 */
record Highlights(String title, int behind) {
  private static final String MARK = "@highlight";

  /** Finds them below the first line that is not blank. */
  static Optional<Highlights> of(String text, List<String> lines, int first) {
    int mark = text.contains(MARK) ? lines.indexOf(MARK) : -1;
    return mark <= first
        ? Optional.empty()
        : lines.stream()
            .skip(mark + 1L)
            .filter(line -> !line.isEmpty() && !line.equals(MARK))
            .findFirst()
            .map(title -> new Highlights(title, mark));
  }
}
