package dev.broadsheet.articles.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.articles.input.BoundedInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The records of an XML file: the items of a feed (RSS), its entries (Atom), or the elements of a
 * name that is given, each as an {@link XmlElement}. Nothing is read from elsewhere.
 */
final class XmlRecords implements AutoCloseable {
  /** Elements that are articles, one beside the other. */
  private static final Set<String> KNOWN =
      Set.of(
          "item",
          "entry",
          "article",
          "newsitem",
          "document",
          "doc",
          "record",
          "row",
          "post",
          "story");

  private static final int MOST_NAMES = 20;
  private static final int OVERHEAD = 1 << 20;

  private final BoundedInput bytes;
  private final XmlText text;
  private final XmlEntities entities;
  private final Set<String> seen = new LinkedHashSet<>();
  private final XmlOutline outline = new XmlOutline();
  private String name;
  private XMLStreamReader xml;
  private boolean begun;
  private Optional<OtherXml> other = Optional.empty();
  private int depth;

  /**
   * Records.
   *
   * @param charset of the bytes
   * @param entities that the file declares
   * @param name of the elements; empty for those that are known
   * @param maxBytes the most of an article
   */
  XmlRecords(InputStream in, Charset charset, XmlEntities entities, String name, long maxBytes) {
    this.entities = entities;
    this.name = name.toLowerCase(Locale.ROOT);
    this.bytes = new BoundedInput(in, 4 * Math.min(maxBytes, Integer.MAX_VALUE) + OVERHEAD);
    this.text = new XmlText(bytes, charset);
  }

  private XMLStreamReader reader() throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    return factory.createXMLStreamReader(text);
  }

  /** The next record; empty behind the last. */
  Optional<ObjectNode> next() throws XMLStreamException {
    if (xml == null) {
      xml = reader();
    }
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        outline.leave();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        lookAtOutermost();
        if (isRecord()) {
          bytes.startAnew();
          JsonNode record = new XmlElement(xml, entities).value();
          return Optional.of(record instanceof ObjectNode object ? object : ofText(record));
        }
        depth++;
        outline.enter(xml.getLocalName());
        if (seen.size() < MOST_NAMES) {
          seen.add(xml.getLocalName());
        }
      }
    }
    return Optional.empty();
  }

  private void lookAtOutermost() {
    if (!begun) {
      begun = true;
      String namespace = xml.getNamespaceURI();
      other = OtherXml.of(xml.getLocalName(), namespace == null ? "" : namespace);
    }
  }

  /** What the file is, if it is known to have no articles. */
  Optional<OtherXml> other() {
    return other;
  }

  /** Whether there were bytes so far that are no character. */
  boolean isBroken() {
    return text.isBroken();
  }

  private static ObjectNode ofText(JsonNode text) {
    return JsonNodeFactory.instance.objectNode().set("text", text);
  }

  private boolean isRecord() {
    String local = xml.getLocalName().toLowerCase(Locale.ROOT);
    if (name.isEmpty() && depth > 0 && KNOWN.contains(local)) {
      name = local;
    }
    return local.equals(name);
  }

  /** The name of the records' elements; empty where there are none. */
  String name() {
    return name;
  }

  /** The element around all others, if it has such a name itself, or the one around each title. */
  Optional<String> likely() {
    return seen.stream()
        .filter(element -> KNOWN.contains(element.toLowerCase(Locale.ROOT)))
        .findFirst()
        .or(outline::aroundTitles)
        .or(outline::severalTimes);
  }

  /** The names of the first elements that are no records. */
  Set<String> others() {
    return seen;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
