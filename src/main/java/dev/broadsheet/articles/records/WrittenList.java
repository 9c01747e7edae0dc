package dev.broadsheet.articles.records;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lists of texts that a program wrote into a field for one text, as Python does: {@code ['The river
 * rose.', "The town's bridge is closed."]}.
 */
public final class WrittenList {
  private static final Pattern ITEM =
      Pattern.compile(
          "\\s*(?:'((?:[^'\\\\]|\\\\.)*+)'|\"((?:[^\"\\\\]|\\\\.)*+)\")\\s*(,|$)?", Pattern.DOTALL);
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|(.))", Pattern.DOTALL);

  private WrittenList() {}

  /** The texts of a list, with this between them; any other text as it is, and null for null. */
  public static String joined(String text, String between) {
    if (text == null || text.length() < 4 || text.charAt(0) != '[' && text.charAt(0) != ' ') {
      return text;
    }
    String list = text.strip();
    if (!list.startsWith("['") && !list.startsWith("[\"") || !list.endsWith("]")) {
      return text;
    }
    List<String> items = new ArrayList<>();
    Matcher item = ITEM.matcher(list).region(1, list.length() - 1);
    int at = 1;
    while (at < list.length() - 1) {
      if (!item.region(at, list.length() - 1).lookingAt()) {
        return text;
      }
      items.add(unescaped(item.group(1) == null ? item.group(2) : item.group(1)));
      at = item.end();
    }
    return String.join(between, items);
  }

  private static String unescaped(String text) {
    return text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll(WrittenList::letter);
  }

  private static String letter(MatchResult escape) {
    String code = escape.group(1) == null ? escape.group(2) : escape.group(1);
    String letter =
        code != null
            ? String.valueOf((char) Integer.parseInt(code, 16))
            : switch (escape.group(3)) {
              case "n" -> "\n";
              case "r" -> "";
              case "t" -> "\t";
              default -> escape.group(3);
            };
    return Matcher.quoteReplacement(letter);
  }
}
