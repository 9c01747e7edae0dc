package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.articles.records.BesideArticles;
import java.util.Iterator;
import java.util.Set;

/** The fields of an object. */
public record NodeFields(JsonNode object) implements BesideArticles.Fields {
  @Override
  public boolean has(String name) {
    return object.has(name);
  }

  @Override
  public boolean mayHaveOneOf(Set<String> names) {
    for (Iterator<String> own = object.fieldNames(); own.hasNext(); ) {
      if (names.contains(own.next())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String text(String name) {
    JsonNode value = object.path(name);
    return value.isContainerNode() ? value.toString() : value.asText();
  }
}
