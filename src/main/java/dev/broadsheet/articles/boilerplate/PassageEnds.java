package dev.broadsheet.articles.boilerplate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the passages of a text end: at the ends of its lines, between the items of a menu that is
 * one line, and behind sentences. The white space after an end belongs to what ends there.
 *
 * <p>Every character of every article is looked at here, so this is plain code: as regular
 * expressions the same rules took ten times as long.
 */
final class PassageEnds {
  private static final String ENDS = ".!?…";

  /** Behind these a sentence ends without a space. */
  private static final String IDEOGRAPHIC_ENDS = "。！？";

  private static final char FIRST_IDEOGRAPHIC_END = '。';

  private static final String CLOSING_QUOTES = "\"”»’')";

  private static final String SEPARATORS = "|·•»›";

  private PassageEnds() {}

  /** The lines of a text; one that may be wrapped goes on in small letters. */
  static List<int[]> lines(String text) {
    var parts = new Parts(0, text.length());
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at)) {
      int end = endOfSpace(text, at, text.length());
      boolean paragraph = text.indexOf('\n', at + 1) >= 0 && text.indexOf('\n', at + 1) < end;
      if (paragraph || !goesOn(text, at) || isAny(ENDS + ":", text, at - 1)) {
        parts.endAt(end);
      }
      at = end;
    }
    return parts.all();
  }

  private static boolean goesOn(String text, int lineEnd) {
    return lineEnd + 1 < text.length()
        && Character.getType(text.codePointAt(lineEnd + 1)) == Character.LOWERCASE_LETTER;
  }

  /** The items of a line, if it is a menu: "Home | Sport | Weather". */
  static List<int[]> items(String text, int[] line) {
    var parts = new Parts(line[0], line[1]);
    int at = line[0];
    while (at + 1 < line[1]) {
      boolean separator =
          isSpace(text.charAt(at))
              && isAny(SEPARATORS, text, at + 1)
              && (at + 2 == line[1] || isSpace(text.charAt(at + 2)));
      at = separator ? endOfSpace(text, at + 2, line[1]) : at + 1;
      if (separator) {
        parts.endAt(at);
      }
    }
    return parts.all();
  }

  /** The sentences of an item. */
  static List<int[]> sentences(String text, int[] item) {
    var parts = new Parts(item[0], item[1]);
    int at = item[0];
    while (at < item[1]) {
      if (isSpace(text.charAt(at)) && isEndBefore(text, at)) {
        at = endOfSpace(text, at, item[1]);
        parts.endAt(at);
      } else {
        if (at > item[0]
            && text.charAt(at - 1) >= FIRST_IDEOGRAPHIC_END
            && isAny(IDEOGRAPHIC_ENDS, text, at - 1)) {
          parts.endAt(at);
        }
        at++;
      }
    }
    return parts.all();
  }

  /** Whether a sentence or a part of one ends before this place, perhaps within quotation marks. */
  private static boolean isEndBefore(String text, int at) {
    return isAny(ENDS + ";", text, at - 1)
        || isAny(CLOSING_QUOTES, text, at - 1) && isAny(ENDS, text, at - 2);
  }

  /** Whether a line ends as sentences and their parts do. */
  static boolean isEnded(String line) {
    int end = line.length();
    while (end > 0 && isSpace(line.charAt(end - 1))) {
      end--;
    }
    while (end > 0 && isAny(CLOSING_QUOTES + "]", line, end - 1)) {
      end--;
    }
    return isAny(ENDS + IDEOGRAPHIC_ENDS + ":;,", line, end - 1);
  }

  /** Whether the first sign is a digit. */
  static boolean beginsWithDigit(String text) {
    int start = endOfSpace(text, 0, text.length());
    return start < text.length() && text.charAt(start) >= '0' && text.charAt(start) <= '9';
  }

  private static int endOfSpace(String text, int from, int to) {
    int end = from;
    while (end < to && isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isAny(String signs, String text, int at) {
    if (at < 0 || at >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    // Most characters are small letters, and no sign is one.
    return (c < 'a' || c > 'z') && signs.indexOf(c) >= 0;
  }

  /** The parts of a text so far, as [start, end). */
  private static final class Parts {
    private final List<int[]> all = new ArrayList<>();
    private final int to;
    private int start;

    Parts(int from, int to) {
      start = from;
      this.to = to;
    }

    void endAt(int end) {
      if (end > start && end < to) {
        all.add(new int[] {start, end});
        start = end;
      }
    }

    List<int[]> all() {
      all.add(new int[] {start, to});
      return all;
    }
  }
}
