package dev.broadsheet.articles.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What press databases export: many articles in one text, each with lines about it. */
final class PressExport {
  static final String ADVICE =
      "an export of a press database with many articles: export each into a file of its own, or all as a table (CSV)";

  /** Of such lines an article has one of each at most, and a text of the news none. */
  private static final Pattern OF_ONE_ARTICLE =
      Pattern.compile(
          "(?i)(document) \\d{1,6} of \\d{1,6}|\\d{1,6} of \\d{1,6} (documents?)|(end of document)"
              + "|(load-date|publication date|full text): .*|(?:AN\\s+)?(document) (?=\\w*\\d)[A-Z]{2}\\w{4,40}");

  private PressExport() {}

  /** Whether lines are several articles. */
  static boolean isIn(List<String> lines) {
    Map<String, Integer> kinds = new HashMap<>();
    for (String line : lines) {
      Matcher about = OF_ONE_ARTICLE.matcher(line);
      if (about.matches() && kinds.merge(kind(about), 1, Integer::sum) > 1) {
        return true;
      }
    }
    return false;
  }

  private static String kind(Matcher line) {
    for (int group = 1; group <= line.groupCount(); group++) {
      if (line.group(group) != null) {
        return group + line.group(group);
      }
    }
    return "";
  }
}
