package dev.broadsheet.articles.formats;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text of many articles one below another: each with a date and an address below its title, or
 * each behind a line that parts it from the one before.
 */
final class SeparateTexts {
  private static final int SEVERAL = 3;
  private static final int LONGEST_TITLE = 150;

  /** So many characters a text has at least that is one of many. */
  private static final int WHOLE = 300;

  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern RULE = Pattern.compile("([=*_#~+-])\\1{2,}");
  private static final String RULES = "=*_#~+-";

  /** As a sentence ends, and no title. */
  private static final Pattern SENTENCE = Pattern.compile(".*[.!?:;,\u2026][\"'\u201d\u00bb)]?");

  private static final String MANY =
      "not one article but %,d, one below another: write title, date, address and text of each as"
          + " CSV or JSON lines, or each into a file of its own";

  private SeparateTexts() {}

  /**
   * What is said of such a text.
   *
   * @param lines of it, without white space around them
   */
  static Optional<String> advice(List<String> lines, Predicate<String> isDate) {
    long heads = 0;
    String before = "";
    String rule = "";
    int rules = 0;
    int parts = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("http") && WEB.matcher(line).matches() && isDate.test(before)) {
        heads++;
      } else if (RULES.indexOf(line.charAt(0)) >= 0 && RULE.matcher(line).matches()) {
        rule = rule.isEmpty() ? line : rule;
        if (line.equals(rule)) {
          rules++;
          parts += isArticle(lines, i + 1, rule) ? 1 : 0;
        }
      }
      before = line;
    }
    // A rule may stand behind the last as well.
    return heads >= SEVERAL
        ? Optional.of(MANY.formatted(heads))
        : parts >= SEVERAL && parts >= rules - 1
            ? Optional.of(MANY.formatted(parts + 1))
            : Optional.empty();
  }

  /** Whether a title and a text stand from a line on to the next rule. */
  private static boolean isArticle(List<String> lines, int from, String rule) {
    String title = "";
    int length = 0;
    for (int i = from; i < lines.size() && !lines.get(i).equals(rule) && length < WHOLE; i++) {
      if (title.isEmpty()) {
        title = lines.get(i);
      } else {
        length += lines.get(i).length();
      }
    }
    return length >= WHOLE && title.length() <= LONGEST_TITLE && !SENTENCE.matcher(title).matches();
  }
}
