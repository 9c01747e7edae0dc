package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.articles.records.BesideArticles;
import java.util.Iterator;
import java.util.Set;

/** The fields of an object; one of an object in it is named by both, with a dot between. */
public record NodeFields(JsonNode object) implements BesideArticles.Fields {
  @Override
  public boolean has(String name) {
    return !value(name).isMissingNode();
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
    JsonNode value = value(name);
    return value.isContainerNode() ? value.toString() : value.asText();
  }

  private JsonNode value(String name) {
    JsonNode own = object.path(name);
    int dot = own.isMissingNode() ? name.indexOf('.') : -1;
    return dot < 0 ? own : object.path(name.substring(0, dot)).path(name.substring(dot + 1));
  }
}
