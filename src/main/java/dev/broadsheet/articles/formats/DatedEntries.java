package dev.broadsheet.articles.formats;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text that is a log of many entries, each behind the time it was made: what programs for chats
 * export, the log of a server, a list of dated headlines. It is no article, whose first line is a
 * title; a live report, which has one above entries of a day, is an article.
 */
final class DatedEntries {
  private static final int FEWEST = 3;
  private static final int LONGEST_START = 80;

  /** So near to its beginning an entry has the first digit of its time. */
  private static final int DIGIT_WITHIN = 6;

  private static final String MANY =
      "not one article but a log of %,d dated entries, such as a chat: write date and text of each as"
          + " CSV, and say --columns title=text,body=text";

  private static final String OPEN = "[\\p{Cf}\\[(<*\\s]{0,4}";
  private static final String DAY =
      "(?:\\d{1,4}([./-])\\d{1,2}\\1\\d{1,4}\\.?"
          + "|\\d{4}[年년] ?\\d{1,2}[月월] ?\\d{1,2}[日일]"
          + "|\\d{1,2}\\.? \\p{L}{3,10}\\.?,? \\d{4}"
          + "|(?:\\p{L}{2,10}\\.?,? )?\\p{L}{3,10}\\.? {1,2}\\d{1,2},? \\d{4})";
  private static final String DAY_OF_A_YEAR = "\\p{Lu}\\p{Ll}{2} {1,2}\\d{1,2}";
  private static final String TIME =
      "(?:[오上下][전후午] ?)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?+(?:[.,]\\d{1,6})?+"
          + "(?:\\s?(?:(?i:[ap]\\.?\\s?m\\.?|Uhr|h|Z)(?!\\p{L})|[صم]))?+";
  private static final String BETWEEN = "[,،T\\s]{1,3}(?:\\p{L}{1,3} )?";
  private static final String BEHIND = "[^\\p{L}]{0,40}\\p{L}.*";

  private static final Pattern DATED = pattern(OPEN + DAY + "(?!\\d)" + BEHIND);
  private static final Pattern TIMED =
      pattern(OPEN + "(?:" + DAY + BETWEEN + "|" + DAY_OF_A_YEAR + " )" + TIME + BEHIND);
  private static final Pattern SIGNED = pattern(".{1,40}, \\[" + DAY + BETWEEN + TIME + "\\]");
  private static final Pattern OF_A_CHAT =
      pattern(OPEN + TIME + "[\\])\\s-]{0,4}(?:<[^>]{1,40}>|\\t[^\\t]{1,40}\\t).*");
  private static final Pattern SAID = pattern(OPEN + TIME + "[\\])\\s-]{1,4}[^:]{1,40}: .*");

  private DatedEntries() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
  }

  /**
   * What is said of a text that is such a log.
   *
   * @param lines of it, without white space around them
   * @param first the number of the first that is not blank
   */
  static Optional<String> advice(List<String> lines, int first) {
    String begin = start(lines.get(first));
    boolean may = hasDigit(begin, begin.length());
    boolean timedFirst = may && isTimed(begin);
    // A result, a price and a programme's time look like the time of somebody's words.
    boolean saidFirst = may && !timedFirst && SAID.matcher(begin).matches();
    boolean datedFirst = timedFirst || saidFirst || may && DATED.matcher(begin).matches();
    long all = 0;
    long timed = 0;
    long dated = 0;
    for (String line : lines) {
      if (line.isEmpty()) {
        continue;
      }
      all++;
      // Most lines of an article are told from an entry by their first letters.
      if (!datedFirst && !hasDigit(line, DIGIT_WITHIN)) {
        continue;
      }
      String start = start(line);
      if (isTimed(start) || (timedFirst || saidFirst) && SAID.matcher(start).matches()) {
        timed++;
      } else if (datedFirst && DATED.matcher(start).matches()) {
        dated++;
      }
    }
    long entries = timed + dated;
    boolean log =
        timedFirst && timed >= FEWEST
            || (datedFirst ? entries : timed) >= FEWEST && 2 * entries > all;
    return log ? Optional.of(MANY.formatted(entries)) : Optional.empty();
  }

  private static boolean hasDigit(String line, int within) {
    int end = Math.min(within, line.length());
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (c <= '9' ? c >= '0' : c > 'z' && Character.isDigit(c)) {
        return true;
      }
    }
    return false;
  }

  private static String start(String line) {
    return line.length() > LONGEST_START ? line.substring(0, LONGEST_START) : line;
  }

  private static boolean isTimed(String start) {
    boolean may = start.indexOf(':') > 0 || start.indexOf('.') > 0;
    return may && isTimedByItsForm(start);
  }

  private static boolean isTimedByItsForm(String start) {
    return TIMED.matcher(start).matches()
        || SIGNED.matcher(start).matches()
        || OF_A_CHAT.matcher(start).matches();
  }
}
