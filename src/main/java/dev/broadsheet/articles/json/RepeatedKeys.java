package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.JsonNodeDeserializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps all values of a key that an object has more than once, where Jackson would keep the last:
 * whoever asks for the key is told, and for keys that nobody asks for it does not matter.
 */
final class RepeatedKeys extends JsonNodeDeserializer {
  private static final long serialVersionUID = 1;

  @Override
  protected void _handleDuplicateField(
      JsonParser parser,
      DeserializationContext context,
      JsonNodeFactory nodes,
      String key,
      ObjectNode object,
      JsonNode before,
      JsonNode value) {
    List<JsonNode> values = new ArrayList<>(of(before));
    values.add(value);
    object.set(key, nodes.pojoNode(values));
  }

  /** All values of a key; one, where it stands once. */
  @SuppressWarnings("unchecked")
  static List<JsonNode> of(JsonNode value) {
    return value instanceof POJONode repeated
        ? (List<JsonNode>) repeated.getPojo()
        : List.of(value);
  }
}
