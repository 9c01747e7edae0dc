package dev.broadsheet.articles.cleaning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A text in pieces, as messengers export it: {@code ["Rain in ", {"type": "bold", "text": "Oslo"},
 * " today"]}. Unlike paragraphs its pieces follow each other without a break.
 */
public final class InlineText {
  private static final String TEXT = "text";

  private InlineText() {}

  /** The text of a list's elements; empty if they are not such pieces. */
  public static Optional<JsonNode> of(List<JsonNode> elements) {
    boolean pieces =
        elements.stream().anyMatch(JsonNode::isTextual)
            && elements.stream().anyMatch(JsonNode::isObject)
            && elements.stream()
                .allMatch(piece -> piece.isTextual() || piece.path(TEXT).isTextual());
    return pieces
        ? Optional.of(
            TextNode.valueOf(
                elements.stream()
                    .map(piece -> piece.isTextual() ? piece : piece.path(TEXT))
                    .map(JsonNode::textValue)
                    .collect(Collectors.joining())))
        : Optional.empty();
  }
}
