package dev.broadsheet.articles.formats;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A text of many articles one below another: each with a date and an address below its title and a
 * text below these, which sources at the end of an article do not have; or each behind a line that
 * parts it from the one before, with a title that stands alone. Sections of one article begin with
 * a line of its text, or with a heading, so where the first has a date or an address below its
 * title, all others must.
 */
final class SeparateTexts {
  private static final int SEVERAL = 3;
  private static final int LONGEST_TITLE = 150;

  /** So many characters a text has at least that is one of many. */
  private static final int WHOLE = 300;

  /** So many below an address, or it is that of a source; and above a line, or nothing is there. */
  private static final int TEXT = 100;

  private static final int FEWEST_WORDS = 3;

  /** So many lines are title, date and address. */
  private static final int HEAD = 3;

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
    Predicate<String> ofHead = line -> isAddress(line) || isDate.test(line);
    boolean hasHead = lines.stream().filter(line -> !line.isEmpty()).limit(HEAD).anyMatch(ofHead);
    int texts = textsBelowHeads(lines, isDate);
    String rule = "";
    int rules = 0;
    int first = 0;
    int parts = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && RULES.indexOf(line.charAt(0)) >= 0 && RULE.matcher(line).matches()) {
        if (rule.isEmpty()) {
          rule = line;
          boolean preamble = length(lines, 0, i) < TEXT;
          if (!preamble && !isArticle(lines, 0, rule, hasHead, ofHead)) {
            break;
          }
          first = preamble ? 0 : 1;
        }
        if (line.equals(rule)) {
          rules++;
          parts += isArticle(lines, i + 1, rule, hasHead, ofHead) ? 1 : 0;
        }
      }
    }
    // A rule may stand behind the last as well.
    return texts >= SEVERAL
        ? Optional.of(MANY.formatted(texts))
        : parts >= SEVERAL && parts >= rules - 1
            ? Optional.of(MANY.formatted(first + parts))
            : Optional.empty();
  }

  private static int textsBelowHeads(List<String> lines, Predicate<String> isDate) {
    int texts = 0;
    int behind = -1;
    String above = "";
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (isAddress(line) && isDate.test(before)) {
        texts += behind >= 0 && length(lines, behind, i) >= TEXT + above.length() ? 1 : 0;
        behind = i + 1;
      }
      if (!line.isEmpty()) {
        above = before;
        before = line;
      }
    }
    return texts + (behind >= 0 && length(lines, behind, lines.size()) >= TEXT ? 1 : 0);
  }

  private static int length(List<String> lines, int from, int to) {
    return lines.subList(from, to).stream().mapToInt(String::length).sum();
  }

  private static boolean isAddress(String line) {
    return line.startsWith("http") && WEB.matcher(line).matches();
  }

  /** Whether a title and a text stand from a line on to the next rule. */
  private static boolean isArticle(
      List<String> lines, int from, String rule, boolean hasHead, Predicate<String> ofHead) {
    int at = skipBlank(lines, from);
    String title = at < lines.size() ? lines.get(at) : "";
    if (title.length() > LONGEST_TITLE
        || title.split("\\s+").length < FEWEST_WORDS
        || SENTENCE.matcher(title).matches()) {
      return false;
    }
    int below = skipBlank(lines, at + 1);
    boolean alone = below > at + 1 && !hasHead;
    if (below == lines.size() || !alone && !ofHead.test(lines.get(below))) {
      return false;
    }
    int length = 0;
    for (int i = below; i < lines.size() && !lines.get(i).equals(rule) && length < WHOLE; i++) {
      length += lines.get(i).length();
    }
    return length >= WHOLE;
  }

  private static int skipBlank(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).isEmpty()) {
      line++;
    }
    return line;
  }
}
