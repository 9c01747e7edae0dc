package dev.broadsheet.articles.cleaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.broadsheet.articles.records.ArticleField;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text that an editor keeps as a tree: blocks that hold pieces of text, links and marks, as
 * Portable Text, ProseMirror, Slate, Lexical, Draft.js, Editor.js and the content systems above
 * these write them. A paragraph is what the pieces of a block say, without a gap between them.
 */
public final class RichText {
  /** The keys that say what a node is. */
  private static final List<String> KINDS = List.of("type", "_type", "nodeType", "object");

  /** The keys below which a node's own nodes stand. */
  private static final List<String> CHILDREN =
      List.of("children", "content", "blocks", "nodes", "root", "document");

  /** The keys of a piece's text. */
  private static final List<String> TEXTS = List.of("text", "value", "code");

  /** Nodes that stand in a line of text. */
  private static final Pattern INLINE =
      Pattern.compile("(?i).*(?:link|mention|inline|span|text|strong|emphasis|mark).*");

  /** A path into a tree, to a piece of its text. */
  private static final Pattern PATH =
      Pattern.compile(
          "([^.]+)(?:\\.(?:%s))+(?:\\.data)?\\.(?:text|value)"
              .formatted(String.join("|", CHILDREN)));

  /** What the outermost node of a tree is called. */
  private static final Set<String> OUTERMOST = Set.of("document", "doc", "root");

  private static final Set<String> BLOCKS = Set.of("blocks", "root", "document");
  private static final int DEEPEST = 50;

  private RichText() {}

  /** The text of a tree; empty if a value is none. */
  public static Optional<String> of(JsonNode value) {
    if (!value.isObject() || children(value).isEmpty() || !isTree(value, 0)) {
      return Optional.empty();
    }
    return Optional.of(String.join("\n\n", paragraphs(value, 0))).filter(text -> !text.isBlank());
  }

  /**
   * The field of a file's records that holds such a tree.
   *
   * @param known names of a text
   * @param texts the paths that lead to texts
   */
  public static Optional<String> field(List<String> known, Collection<String> texts) {
    return texts.stream()
        .map(PATH::matcher)
        .filter(Matcher::matches)
        .map(path -> path.group(1))
        .filter(name -> known.contains(ArticleField.plain(name)))
        .findFirst();
  }

  /**
   * The path to such a tree further in, {@code fields.body.en-US}, by what its outermost node says
   * that it is.
   *
   * @param known names of a text, one of which is a step of the path
   * @param examples a value of each path
   */
  public static Optional<String> inner(Collection<String> known, Map<String, String> examples) {
    return examples.keySet().stream()
        .filter(path -> path.contains(".") && OUTERMOST.contains(examples.get(path)))
        .filter(path -> KINDS.contains(path.substring(path.lastIndexOf('.') + 1)))
        .map(path -> path.substring(0, path.lastIndexOf('.')))
        .filter(
            path -> Stream.of(path.split("\\.")).map(ArticleField::plain).anyMatch(known::contains))
        .findFirst();
  }

  /**
   * Without pictures and other blocks that have no text, where these stand among some that have; a
   * block that has a text and no pieces is that text.
   */
  public static List<JsonNode> withText(List<JsonNode> blocks) {
    boolean tree = blocks.size() > 1 && blocks.stream().anyMatch(block -> of(block).isPresent());
    return tree
        ? blocks.stream()
            .flatMap(
                block ->
                    !block.isObject() || of(block).isPresent()
                        ? Stream.of(block)
                        : whole(block).<JsonNode>map(TextNode::valueOf).stream())
            .toList()
        : blocks;
  }

  /**
   * The text of blocks one after another, of which one at least is a tree, or all have data of
   * their own, as in Editor.js; empty if they are something else.
   */
  public static Optional<String> of(List<JsonNode> blocks) {
    boolean tree =
        blocks.stream().anyMatch(block -> of(block).isPresent())
            || blocks.stream()
                .allMatch(block -> block.path("type").isTextual() && block.path("data").isObject());
    return Optional.of(
            blocks.stream()
                .flatMap(block -> of(block).or(() -> whole(block)).stream())
                .collect(Collectors.joining("\n\n")))
        .filter(text -> tree && !text.isBlank());
  }

  /** The text of a block that has no pieces. */
  private static Optional<String> whole(JsonNode block) {
    return Stream.of(block, block.path("data"))
        .map(place -> place.path("text"))
        .filter(text -> kind(block).isPresent() && text.isTextual())
        .map(JsonNode::textValue)
        .filter(text -> !text.isBlank())
        .findFirst();
  }

  /** Whether all nodes say what they are, but the outermost and those of text. */
  private static boolean isTree(JsonNode node, int depth) {
    return depth < DEEPEST
        && node.isObject()
        && (depth == 0 || kind(node).isPresent() || text(node).isPresent())
        && children(node).stream().allMatch(child -> isTree(child, depth + 1));
  }

  private static Optional<String> kind(JsonNode node) {
    return KINDS.stream()
        .map(node::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private static List<JsonNode> children(JsonNode node) {
    for (String key : CHILDREN) {
      JsonNode child = node.path(key);
      if (child.isObject()) {
        return List.of(child);
      }
      if (child.isArray() && !child.isEmpty()) {
        return child.valueStream().toList();
      }
    }
    return List.of();
  }

  /** The text of a piece, or of a block that has it among its data. */
  private static Optional<String> text(JsonNode node) {
    return Stream.of(node, node.path("data"))
        .flatMap(place -> TEXTS.stream().map(place::path))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .findFirst();
  }

  private static List<String> paragraphs(JsonNode node, int depth) {
    List<JsonNode> children = children(node);
    if (children.isEmpty() || depth > DEEPEST) {
      return text(node).stream().toList();
    }
    boolean blocks = BLOCKS.stream().anyMatch(node::has);
    if (!blocks && children.stream().anyMatch(RichText::isInline)) {
      return List.of(
          children.stream()
              .flatMap(child -> paragraphs(child, depth + 1).stream())
              .collect(Collectors.joining()));
    }
    List<String> paragraphs = new ArrayList<>();
    children.forEach(child -> paragraphs.addAll(paragraphs(child, depth + 1)));
    return paragraphs.stream().filter(text -> !text.isBlank()).toList();
  }

  private static boolean isInline(JsonNode node) {
    return kind(node).map(kind -> INLINE.matcher(kind).matches()).orElse(text(node).isPresent());
  }
}
