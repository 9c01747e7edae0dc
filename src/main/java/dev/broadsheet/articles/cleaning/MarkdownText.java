package dev.broadsheet.articles.cleaning;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown (CommonMark, with tables) as a reader sees it: paragraphs and headings without signs,
 * links as their words, no pictures; without what generators of sites and note-taking programs have
 * beside it (shortcodes, templates, embedded notes, marks of footnotes). Code in a fence that names
 * its language is no text.
 *
 * @param heading of the first level, if there is one that stands alone; empty for none
 * @param text all else
 */
public record MarkdownText(String heading, String text) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /** Hugo's shortcodes, Liquid's tags and values. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\{\\{[^{}]{0,1000}\\}\\}|\\{%[^{}]{0,1000}%\\}");

  /** What Kramdown and others say of the element beside it. */
  private static final Pattern ATTRIBUTES = Pattern.compile("\\{[:#.][^{}\\n]{0,200}\\}");

  private static final Pattern EMBEDDED = Pattern.compile("!\\[\\[[^\\[\\]\\n]{0,300}\\]\\]");
  private static final Pattern NOTE_LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|\\n]{0,300}\\|)?([^\\[\\]|\\n]{1,300})\\]\\]");

  private static final Pattern FOOTNOTE = Pattern.compile("\\[\\^[^\\]\\s]{1,50}\\]:?");
  private static final Pattern CALLOUT = Pattern.compile("\\[![A-Za-z]{1,20}\\][+-]?");
  private static final Pattern MARKS = Pattern.compile("~~|==(?=\\S)|(?<=\\S)==");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern COMMENT = Pattern.compile("(?s)%%.{0,10000}?%%");

  /** Reads a document, without its front matter. */
  public static MarkdownText read(String written) {
    Node document = PARSER.parse(MarkdownBounds.within(plain(written)));
    Node heading = heading(document);
    if (heading == null) {
      return new MarkdownText("", text(document));
    }
    heading.unlink();
    return new MarkdownText(text(heading).replace('\n', ' '), text(document));
  }

  /** The first heading of the first level, or one of another level above all text. */
  private static Node heading(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading && heading.getLevel() == 1) {
        return node;
      }
    }
    return document.getFirstChild() instanceof Heading heading ? heading : null;
  }

  private static String plain(String written) {
    String text = written;
    if (text.indexOf('{') >= 0) {
      text = ATTRIBUTES.matcher(TEMPLATE.matcher(text).replaceAll("")).replaceAll("");
    }
    if (text.contains("[[")) {
      text = NOTE_LINK.matcher(EMBEDDED.matcher(text).replaceAll("")).replaceAll("$1");
    }
    if (text.contains("[^")) {
      text = FOOTNOTE.matcher(text).replaceAll("");
    }
    if (text.contains("[!")) {
      text = CALLOUT.matcher(text).replaceAll("");
    }
    if (text.contains("%%")) {
      text = COMMENT.matcher(text).replaceAll("");
    }
    return text;
  }

  /** Goes from node to node, as blocks may be nested deeper than calls may. */
  private static String text(Node root) {
    var text = new StringBuilder();
    Node node = root;
    while (node != null) {
      boolean inside = enter(node, text);
      Node next = inside ? node.getFirstChild() : null;
      while (next == null) {
        leave(node, text);
        if (node == root) {
          return lines(text.toString());
        }
        next = node.getNext();
        node = next == null ? node.getParent() : node;
      }
      node = next;
    }
    return lines(text.toString());
  }

  /** Writes what a node says itself; false where what is in it is not read. */
  private static boolean enter(Node node, StringBuilder text) {
    if (node instanceof Text words) {
      text.append(words.getLiteral());
    } else if (node instanceof Code code) {
      text.append(code.getLiteral());
    } else if (node instanceof SoftLineBreak) {
      text.append(' ');
    } else if (node instanceof HardLineBreak) {
      text.append('\n');
    } else if (node instanceof IndentedCodeBlock code) {
      text.append(code.getLiteral());
    } else if (node instanceof FencedCodeBlock code) {
      text.append(isOfLanguage(code) ? "" : code.getLiteral());
    } else if (node instanceof HtmlBlock html) {
      text.append(Markup.shown(html.getLiteral()));
    } else if (node instanceof HtmlInline html) {
      text.append(html.getLiteral().toLowerCase(Locale.ROOT).startsWith("<br") ? "\n" : "");
    }
    return !(node instanceof Image);
  }

  private static boolean isOfLanguage(FencedCodeBlock code) {
    return code.getInfo() != null && !code.getInfo().isBlank();
  }

  private static void leave(Node node, StringBuilder text) {
    if (node instanceof TableCell) {
      text.append(' ');
    } else if (node instanceof TableRow) {
      text.append('\n');
    } else if (node instanceof Paragraph && node.getParent() instanceof ListItem) {
      text.append('\n');
    } else if (node instanceof Block && !(node instanceof ListItem)) {
      text.append("\n\n");
    }
  }

  private static String lines(String text) {
    String plain =
        text.contains("~~") || text.contains("==") ? MARKS.matcher(text).replaceAll("") : text;
    return plain
        .lines()
        .map(String::strip)
        .map(line -> line.contains("  ") ? SPACES.matcher(line).replaceAll(" ") : line)
        .collect(Collectors.joining("\n"))
        .replaceAll("\n{3,}", "\n\n")
        .strip();
  }
}
