package dev.broadsheet.articles.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.articles.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Front matter that is an object of JSON, from a line {@code {} to the first line {@code }}. */
final class JsonHead {
  private JsonHead() {}

  /**
   * Reads it.
   *
   * @param first the number of the first line that is not blank
   */
  static Optional<TextHead> of(List<String> lines, int first) {
    int size = lines.subList(first, lines.size()).indexOf("}") + 1;
    if (!lines.get(first).equals("{") || size == 0) {
      return Optional.empty();
    }
    try {
      JsonNode object =
          JsonText.MAPPER.readTree(String.join("\n", lines.subList(first, first + size)));
      return Optional.of(TextHead.of(labelled(object), first, first + size));
    } catch (JsonProcessingException e) {
      // Text that looks like it.
      return Optional.empty();
    }
  }

  private static Map<String, String> labelled(JsonNode object) {
    var labelled = new LinkedHashMap<String, String>();
    object.properties().stream()
        .filter(field -> field.getValue().isValueNode())
        .forEach(field -> labelled.put(field.getKey(), field.getValue().asText()));
    return labelled;
  }
}
