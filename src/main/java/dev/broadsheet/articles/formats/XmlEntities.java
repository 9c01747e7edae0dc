package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.input.Utf8;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Entities that an XML file declares at its start, if they are plain texts: none is made of others,
 * which would be a way to gigabytes, or read from elsewhere. The names of HTML's are known, too.
 */
final class XmlEntities {
  private static final String TEXT = "((?:[^<&%%%1$s]|&#\\w{1,8};){0,1000})";
  private static final Pattern DECLARED =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]{1,100})\\s+(?:\"%s\"|'%s')\\s*>"
              .formatted(TEXT.formatted("\""), TEXT.formatted("'")));
  private static final Pattern DOCUMENT_TYPE =
      Pattern.compile("<!DOCTYPE[^\\[>]{0,1000}\\[(.*?)\\]\\s*>", Pattern.DOTALL);

  private final Map<String, String> declared = new HashMap<>();

  /** The entities of a file that begins so. */
  static XmlEntities of(byte[] head) {
    var entities = new XmlEntities();
    Matcher type = DOCUMENT_TYPE.matcher(Utf8.lenient(head, head.length));
    if (type.find()) {
      Matcher entity = DECLARED.matcher(type.group(1));
      while (entity.find()) {
        String text = entity.group(2) == null ? entity.group(3) : entity.group(2);
        entities.declared.putIfAbsent(entity.group(1), Parser.unescapeEntities(text, false));
      }
    }
    return entities;
  }

  /** What an entity stands for; itself as it is written, if that is not known. */
  String text(String name) {
    String text = declared.get(name);
    return text == null ? Parser.unescapeEntities("&" + name + ";", false) : text;
  }
}
