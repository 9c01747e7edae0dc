package dev.broadsheet.articles.cleaning;

import java.util.regex.Pattern;

/** Texts without what nobody sees: control characters, and white space around them. */
public final class CleanText {
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CleanText() {}

  /** A text as one line, with one space where it has white space; null for null. */
  public static String oneLine(String text) {
    if (text == null) {
      return null;
    }
    var line = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c) || Character.isISOControl(c) || c == BYTE_ORDER_MARK && line.isEmpty()) {
        gap = !line.isEmpty();
      } else {
        line.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return line.toString();
  }

  /** A text with its lines, without other control characters; null for null. */
  public static String lines(String text) {
    if (text == null) {
      return null;
    }
    String lines = text.indexOf('\r') < 0 ? text : LINE_END.matcher(text).replaceAll("\n");
    String printable = hasControl(lines) ? CONTROL.matcher(lines).replaceAll("") : lines;
    int start = 0;
    int end = printable.length();
    while (start < end && isSpace(printable.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(printable.charAt(end - 1))) {
      end--;
    }
    return printable.substring(start, end);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        return true;
      }
    }
    return false;
  }

  /** Whether there is nothing to see in a text, or no text. */
  public static boolean isBlank(String text) {
    for (int i = 0; text != null && i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isSpace(c) && Character.getType(c) != Character.FORMAT) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || Character.isSpaceChar(c);
  }
}
