package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.broadsheet.articles.cleaning.InlineText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Ways into an object of JSON: names with dots between them, in any case. */
final class JsonPath {
  private JsonPath() {}

  /** What a path leads to: several values where it leads into a list. Names may have dots, too. */
  static List<JsonNode> values(JsonNode object, String path) {
    JsonNode plain = child(object, path);
    if (plain != null) {
      return flat(plain);
    }
    List<JsonNode> values = new ArrayList<>();
    for (int dot = path.indexOf('.');
        dot >= 0 && values.isEmpty();
        dot = path.indexOf('.', dot + 1)) {
      JsonNode child = child(object, path.substring(0, dot));
      if (child != null) {
        for (JsonNode value : flat(child)) {
          for (JsonNode one : RepeatedKeys.of(value)) {
            values.addAll(values(one, path.substring(dot + 1)));
          }
        }
      }
    }
    return values;
  }

  private static List<JsonNode> flat(JsonNode found) {
    JsonNode value = settled(found);
    if (!value.isArray()) {
      return List.of(value);
    }
    List<JsonNode> elements = new ArrayList<>();
    value.forEach(elements::add);
    return InlineText.of(elements).map(List::<JsonNode>of).orElse(elements);
  }

  /** The one value of a key that stands twice, if all others are equal to it or nothing. */
  private static JsonNode settled(JsonNode found) {
    if (!found.isPojo()) {
      return found;
    }
    List<JsonNode> values =
        RepeatedKeys.of(found).stream()
            .filter(
                value -> !isNothing(value) && !(value.isTextual() && value.textValue().isBlank()))
            .distinct()
            .toList();
    return values.isEmpty()
        ? MissingNode.getInstance()
        : values.size() == 1 ? values.get(0) : found;
  }

  private static JsonNode child(JsonNode value, String name) {
    JsonNode exact = value.get(name);
    if (exact != null || !value.isObject()) {
      return exact;
    }
    Iterator<Map.Entry<String, JsonNode>> children = value.properties().iterator();
    while (children.hasNext()) {
      Map.Entry<String, JsonNode> child = children.next();
      if (child.getKey().equalsIgnoreCase(name)) {
        return child.getValue();
      }
    }
    return null;
  }

  /** Whether a value is none: null, missing, or not a number. */
  static boolean isNothing(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || value.isFloatingPointNumber() && value.asText().equals("NaN");
  }
}
