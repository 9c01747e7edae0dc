package dev.broadsheet.articles.cleaning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads a text as a browser shows it: without tags, scripts, styles, comments and menus, with
 * entities decoded, each block on a line of its own; likewise {@link WikiText}; without lines of
 * CSS, JavaScript and templates, which crawlers leave; with line ends for a written {@code \n}.
 * Whether there is any of that is decided for each text by looking; one without is left as it is.
 */
public final class Markup {
  /** Markup may be escaped once: a feed in which the text of a page is a string. */
  private static final int ROUNDS = 2;

  private static final String NAMES =
      "a|abbr|article|aside|b|blockquote|body|br|center|cite|code|dd|div|dl|dt|em|figcaption|figure"
          + "|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav"
          + "|noscript|ol|p|picture|pre|q|s|script|section|small|source|span|strike|strong|style|sub"
          + "|sup|svg|table|tbody|td|tfoot|th|thead|time|title|tr|u|ul|video";

  /** An opening tag alone is none: newswire writes &lt;S&gt; for a company. */
  private static final Pattern TAG =
      Pattern.compile(
          "(?i)</(?:%1$s)\\s*>|<(?:br|hr|img)\\b[^<>]*>|<(?:%1$s)\\s+[\\w-]+\\s*=[^<>]*>|<!--"
              .formatted(NAMES));

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});");

  /** An entity that has lost its ampersand, and has a space instead: "won #39;t", " quot;". */
  private static final Pattern LOST_AMPERSAND =
      Pattern.compile("(?<!&)#\\d{2,4};|(?<![\\w&])(?:quot|amp|lt|gt|nbsp|apos);");

  /** What such an entity has: looking for these is fast. */
  private static final List<String> ENDS =
      List.of("#", "quot;", "amp;", "lt;", "gt;", "nbsp;", "apos;");

  private static final Pattern LOST_APOSTROPHE = Pattern.compile("(?<=\\p{L}) #39;(?=\\p{L})");

  private static final Pattern WRITTEN_LINE_END =
      Pattern.compile(
          "(?<=[.!?…\"”»’')\\s]|^)(?:\\\\r)?\\\\n|(?:\\\\r)?\\\\n(?=\\\\n|\\\\r|\\s|$|\\p{Lu}\\p{L}|[“\"])");

  /** What interfaces of news put behind the beginning of a text: "… [+1234 chars]". */
  private static final Pattern CUT_OFF =
      Pattern.compile("(\u2026|\\.{3})?\\s*\\[\\+\\d+ chars\\]$");

  /** {@code .logo{display: block;}}, {@code #menu a{color:red}} */
  private static final Pattern STYLE =
      Pattern.compile("[.#@][\\w-]{1,40}[\\w\\s.#:,>-]{0,60}\\{[^{}]*:[^{}]*\\}");

  private static final String BLOCKS =
      "address, article, blockquote, center, dd, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5,"
          + " h6, hr, li, main, ol, p, pre, section, table, td, th, tr, ul";

  private static final String NO_TEXT =
      "script, style, noscript, template, nav, iframe, object, svg, form, button, select, head,"
          + " [hidden]";

  private Markup() {}

  /** A body; of several lines. */
  public static String readBody(String written) {
    String text = read(WikiText.read(written));
    if (text.indexOf("\\n") >= 0) {
      text = WRITTEN_LINE_END.matcher(text).replaceAll("\n");
    }
    return ScriptLines.without(
        text.endsWith(" chars]") ? CUT_OFF.matcher(text).replaceFirst("$1") : text);
  }

  /** A title; tags, entities and styles only. */
  public static String readTitle(String written) {
    String text = read(written);
    return text.indexOf('{') < 0 ? text : STYLE.matcher(text).replaceAll(" ").strip();
  }

  private static String read(String written) {
    String text = written;
    for (int round = 0; round < ROUNDS; round++) {
      if (text.indexOf('<') >= 0 && TAG.matcher(text).find()) {
        text = shown(text);
      } else if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
        text = Parser.unescapeEntities(text, true);
      } else {
        break;
      }
    }
    return text.indexOf(';') >= 0 ? withAmpersands(text) : text;
  }

  private static String withAmpersands(String text) {
    if (ENDS.stream().noneMatch(text::contains) || !LOST_AMPERSAND.matcher(text).find()) {
      return text;
    }
    String joined = LOST_APOSTROPHE.matcher(text).replaceAll("'");
    return LOST_AMPERSAND
        .matcher(joined)
        .replaceAll(
            lost -> Matcher.quoteReplacement(Parser.unescapeEntities("&" + lost.group(), true)));
  }

  static String shown(String markup) {
    Document page = Jsoup.parse(markup);
    page.select(NO_TEXT).remove();
    // A text with a few tags in it, but no block, has lines of its own.
    var text = new Shown(page.select(BLOCKS).isEmpty());
    NodeTraversor.traverse(text, page.body());
    return text.lines();
  }

  /** Collects text, block by block. */
  private static final class Shown implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();
    private final boolean keepLines;

    Shown(boolean keepLines) {
      this.keepLines = keepLines;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        String whole = words.getWholeText();
        text.append(keepLines || isPreformatted(node) ? whole : whole.replaceAll("\\s+", " "));
      } else if (isBlock(node) || node.nameIs("br")) {
        text.append('\n');
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (isBlock(node)) {
        text.append('\n');
      }
    }

    private static boolean isBlock(Node node) {
      return node instanceof Element element && element.isBlock();
    }

    private static boolean isPreformatted(Node node) {
      return node.parent() != null && node.parent().nameIs("pre");
    }

    String lines() {
      return text.toString()
          .replaceAll("[ \\t\\u00a0]*\\n[ \\t\\u00a0]*", "\n")
          .replaceAll("\n{3,}", "\n\n")
          .strip();
    }
  }
}
