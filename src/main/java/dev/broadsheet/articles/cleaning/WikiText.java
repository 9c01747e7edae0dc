package dev.broadsheet.articles.cleaning;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the markup of MediaWiki as its pages show it: links by their labels, no templates, tables,
 * pictures, categories and references. A text is in it if it has links or templates in pairs of
 * brackets, and one more of its signs.
 */
final class WikiText {
  private static final Pattern HEADING = Pattern.compile("(?m)^(={2,6})\\s*(.+?)\\s*\\1\\s*$");
  private static final Pattern QUOTES = Pattern.compile("'{2,5}");
  private static final Pattern REFERENCE =
      Pattern.compile("(?is)<ref\\b[^<>]*/>|<ref\\b[^<>]*>.*?</ref\\s*>");
  private static final Pattern OUTSIDE = Pattern.compile("\\[https?://\\S+?(?:\\s+([^\\]]*))?\\]");
  private static final Pattern BULLET = Pattern.compile("(?m)^[*#:;]+\\s*");
  private static final Pattern SWITCH = Pattern.compile("__[A-Z]{3,}__");
  private static final Pattern GAPS = Pattern.compile("\\n{3,}");

  /** What stands before the colon of links that are no text, in a few languages. */
  private static final Set<String> NO_TEXT =
      Set.of(
          "file",
          "image",
          "category",
          "media",
          "datei",
          "bild",
          "kategorie",
          "fichier",
          "cat\u00E9gorie",
          "archivo",
          "categor\u00EDa",
          "ficheiro",
          "categoria",
          "immagine",
          "plik",
          "kategoria",
          "bestand",
          "afbeelding",
          "fil",
          "\u0444\u0430\u0439\u043B",
          "\u043A\u0430\u0442\u0435\u0433\u043E\u0440\u0438\u044F",
          "\u0645\u0644\u0641",
          "\u062A\u0635\u0646\u064A\u0641",
          "\u30D5\u30A1\u30A4\u30EB",
          "\u6587\u4EF6",
          "\u5206\u7C7B");

  private static final Pattern OTHER_LANGUAGE = Pattern.compile("[a-z]{2,3}(?:-[a-z]+)*");

  private static final int DEEPEST = 5;

  /** After so many brackets that are never closed all others are left, too. */
  private static final int MOST_UNCLOSED = 20;

  private WikiText() {}

  /** The text as it is shown; the same if it has no such markup. */
  static String read(String written) {
    if (written.indexOf("[[") < 0 && written.indexOf("{{") < 0 || !isIn(written)) {
      return written;
    }
    String text = withoutBrackets(REFERENCE.matcher(written).replaceAll(""), 0);
    text = OUTSIDE.matcher(text).replaceAll("$1");
    text = QUOTES.matcher(HEADING.matcher(text).replaceAll("$2")).replaceAll("");
    text = SWITCH.matcher(BULLET.matcher(text).replaceAll("")).replaceAll("");
    return GAPS.matcher(text).replaceAll("\n\n").strip();
  }

  private static boolean isIn(String text) {
    int signs = isPair(text, "[[", "]]") ? 1 : 0;
    signs += isPair(text, "{{", "}}") ? 1 : 0;
    return signs > 0 && (signs > 1 || text.contains("'''") || HEADING.matcher(text).find());
  }

  private static boolean isPair(String text, String open, String close) {
    int at = text.indexOf(open);
    return at >= 0 && text.indexOf(close, at) > 0;
  }

  /** Without what is in braces, and with links as they are shown, down to a depth. */
  private static String withoutBrackets(String text, int depth) {
    var shown = new StringBuilder(text.length());
    int unclosed = 0;
    int at = 0;
    while (at < text.length()) {
      boolean link = text.startsWith("[[", at);
      boolean open = link || text.startsWith("{{", at) || isTable(text, at);
      int end = open && unclosed < MOST_UNCLOSED && depth < DEEPEST ? end(text, at) : -1;
      if (end < 0) {
        unclosed += open ? 1 : 0;
        shown.append(text.charAt(at++));
      } else {
        shown.append(link ? label(text.substring(at + 2, end - 2), depth) : "");
        at = end;
      }
    }
    return shown.toString();
  }

  private static boolean isTable(String text, int at) {
    return text.startsWith("{|", at) && (at == 0 || text.charAt(at - 1) == '\n');
  }

  /** Behind the brackets that close those that open here; -1 if they are not closed. */
  private static int end(String text, int from) {
    String open = text.substring(from, from + 2);
    String close = open.equals("[[") ? "]]" : open.equals("{{") ? "}}" : "|}";
    int depth = 0;
    for (int at = from; at < text.length() - 1; at++) {
      if (text.startsWith(open, at)) {
        depth++;
        at++;
      } else if (text.startsWith(close, at)) {
        depth--;
        at++;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }

  private static String label(String link, int depth) {
    int colon = link.indexOf(':');
    String space = colon < 0 ? "" : link.substring(0, colon).strip();
    int bar = link.lastIndexOf('|');
    if (NO_TEXT.contains(space.toLowerCase(Locale.ROOT))
        || bar < 0 && OTHER_LANGUAGE.matcher(space).matches()) {
      return "";
    }
    return withoutBrackets(link.substring(bar + 1), depth + 1)
        .replaceFirst("^:?(?:\\w{1,10}:)?", "");
  }
}
