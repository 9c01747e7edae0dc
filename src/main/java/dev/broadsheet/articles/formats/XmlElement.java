package dev.broadsheet.articles.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.nodes.Entities;

/**
 * An element of XML as JSON has it: a text, or an object of its elements and attributes, of which
 * those that stand there several times are lists. What is markup of HTML in a text stays markup,
 * and an element with a text has no attributes.
 */
final class XmlElement {
  private static final Set<String> HTML =
      Set.of(
          "p",
          "br",
          "div",
          "span",
          "a",
          "b",
          "i",
          "em",
          "strong",
          "u",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "blockquote",
          "img",
          "figure",
          "table",
          "tr",
          "td",
          "th",
          "hr",
          "pre",
          "code",
          "sub",
          "sup");

  /** Elements that are fields, and are named by an attribute: of MySQL, of phpMyAdmin, of Solr. */
  private static final Set<String> FIELDS = Set.of("field", "column", "str", "date", "arr");

  private static final int DEEPEST = 50;

  private final XMLStreamReader xml;
  private final XmlEntities entities;

  /** The element at whose beginning a reader is. */
  XmlElement(XMLStreamReader xml, XmlEntities entities) {
    this.xml = xml;
    this.entities = entities;
  }

  /** What is in it; the reader is at its end then. */
  JsonNode value() throws XMLStreamException {
    return element(0);
  }

  /** What is in an element, up to its end. */
  private JsonNode element(int level) throws XMLStreamException {
    ObjectNode inside = attributes();
    boolean elements = false;
    boolean markup = false;
    var text = new StringBuilder();
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement() && (isMarkup() || level > DEEPEST)) {
        if (!markup) {
          String before = Entities.escape(text.toString());
          text.setLength(0);
          text.append(before);
        }
        markup = true;
        markup(text, level);
      } else if (xml.isStartElement()) {
        elements = true;
        Optional<String> named = Optional.ofNullable(xml.getAttributeValue(null, "name"));
        boolean isField = named.isPresent() && FIELDS.contains(xml.getLocalName());
        String child = isField ? named.get() : qualifiedName();
        Optional<String> address = address();
        JsonNode value = isField ? field(element(level + 1)) : element(level + 1);
        if (!isEmpty(value)) {
          put(inside, child, address.<JsonNode>map(TextNode::valueOf).orElse(value));
        }
      } else {
        text.append(markup ? Entities.escape(text()) : text());
      }
    }
    if (!text.toString().isBlank() && !elements) {
      return TextNode.valueOf(text.toString());
    }
    if (!text.toString().isBlank()) {
      inside.put("#text", text.toString());
    }
    return inside;
  }

  /**
   * What is in a field without what is said of it: one value, or what is in a list of values; or
   * the attribute that has the value where nothing is in it.
   */
  private static JsonNode field(JsonNode element) {
    if (element instanceof ObjectNode object) {
      List<String> attributes =
          object
              .propertyStream()
              .map(Map.Entry::getKey)
              .filter(key -> key.startsWith("@"))
              .toList();
      JsonNode value = object.get("@value");
      object.remove(attributes);
      if (object.isEmpty() && value != null) {
        return value;
      }
      return object.size() == 1 ? object.elements().next() : object;
    }
    return element;
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isObject() && value.isEmpty();
  }

  private ObjectNode attributes() {
    ObjectNode attributes = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put("@" + xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }

  /** Where a link of Atom leads that is one to the article itself. */
  private Optional<String> address() {
    String to = xml.getAttributeValue(null, "href");
    String relation = xml.getAttributeValue(null, "rel");
    return to != null
            && xml.getLocalName().equals("link")
            && (relation == null || relation.equals("alternate"))
        ? Optional.of(to)
        : Optional.empty();
  }

  private String qualifiedName() {
    String prefix = xml.getPrefix();
    return prefix == null || prefix.isEmpty() || prefix.equals("atom")
        ? xml.getLocalName()
        : prefix + ":" + xml.getLocalName();
  }

  private static void put(ObjectNode object, String name, JsonNode value) {
    JsonNode before = object.get(name);
    if (before == null) {
      object.set(name, value);
    } else if (before.isTextual() && !value.isTextual()) {
      // Links to other things than the article stand beside the one to it.
      return;
    } else if (value.isTextual() && before.isObject()) {
      object.set(name, value);
    } else if (before instanceof ArrayNode list) {
      list.add(value);
    } else {
      object.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(value));
    }
  }

  /** Whether an element of HTML has this name. */
  static boolean isMarkup(String name) {
    return HTML.contains(name.toLowerCase(Locale.ROOT));
  }

  private boolean isMarkup() {
    return isMarkup(xml.getLocalName())
        && (xml.getPrefix() == null
            || xml.getPrefix().isEmpty()
            || String.valueOf(xml.getNamespaceURI()).endsWith("/xhtml"));
  }

  /** Markup as it is written, without attributes. */
  private void markup(StringBuilder text, int level) throws XMLStreamException {
    if (level > DEEPEST * 2) {
      throw new XMLStreamException("its elements are nested too deep", xml.getLocation());
    }
    String element = xml.getLocalName();
    text.append('<').append(element).append('>');
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        markup(text, level + 1);
      } else {
        text.append(Entities.escape(text()));
      }
    }
    if (!element.equals("br") && !element.equals("img") && !element.equals("hr")) {
      text.append("</").append(element).append('>');
    }
  }

  /** The text of an event that is no element. */
  private String text() {
    return switch (xml.getEventType()) {
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
          xml.getText();
      case XMLStreamConstants.ENTITY_REFERENCE -> entities.text(xml.getLocalName());
      default -> "";
    };
  }
}
