package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.articles.cleaning.RichText;
import dev.broadsheet.articles.fields.Examples;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.InnerFields;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.NoValue;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One record of a JSON file: text is text, a list of texts is its paragraphs, and anything else in
 * the place of text is refused by name.
 */
public final class JsonRecord {
  /** The keys that MongoDB writes around a value. */
  static final Pattern WRAPPER = Pattern.compile("\\$(?:date|oid|number[A-Z]\\w*)");

  private static final Pattern SAY = Pattern.compile(" \\(say --columns ([^)]+)\\)");

  private static final String PARAGRAPH = "\n\n";

  /** An object with more fields is no text in parts, but a column of values. */
  private static final int MOST_PARTS = 50;

  /** A title may be written in so many pieces. */
  private static final int MOST_PIECES = 10;

  private JsonRecord() {}

  /** The row of a value that was read whole. */
  public static Row of(String file, long record, JsonNode value, JsonLook look) {
    if (!value.isObject()) {
      String detail = "not a JSON object" + (look.advice().isEmpty() ? "" : ": " + look.advice());
      return RawRecord.rejected(
          file, record, Rejection.BAD_RECORD, detail, value.toString(), look.readAs());
    }
    Optional<String> beside = BesideArticles.kind(new NodeFields(value));
    if (beside.isPresent()) {
      return RawRecord.leftOut(file, record, beside.get(), look.readAs());
    }
    List<String> problems = new ArrayList<>();
    String title = text(value, look.fields(), ArticleField.TITLE, " ", problems);
    String date = text(value, look.fields(), ArticleField.DATE, " ", problems);
    String url = address(value, look.fields());
    String body = text(value, look.fields(), ArticleField.BODY, PARAGRAPH, problems);
    columns(value, look.fields()).ifPresent(problems::add);
    if (!problems.isEmpty()) {
      return RawRecord.rejected(
          file, record, Rejection.BAD_RECORD, said(problems), value.toString(), look.readAs());
    }
    if (!look.advice().isEmpty() && (isBlank(title) || isBlank(body))) {
      return RawRecord.rejected(
          file,
          record,
          isBlank(title) ? Rejection.MISSING_TITLE : Rejection.MISSING_BODY,
          (isBlank(title) ? "no title: " : "no body: ") + look.advice(),
          value.toString(),
          look.readAs());
    }
    if (title == null && body == null) {
      return RawRecord.rejected(
          file,
          record,
          Rejection.MISSING_TITLE,
          "no title, no body: the fields of this record are " + names(value),
          value.toString(),
          look.readAs());
    }
    if (isBroken(title) || isBroken(body) || isBroken(url)) {
      return RawRecord.rejected(
          file,
          record,
          Rejection.BAD_ENCODING,
          "half of a character (an unpaired surrogate)",
          "",
          look.readAs());
    }
    // What is missing may stand in a field that nobody asked for.
    String raw = isBlank(title) || isBlank(body) ? RawRecord.start(value.toString()) : null;
    return RowFactory.create(file, record, title, date, url, body, null, null, raw, look.readAs());
  }

  /** A title and a body of as many texts, which are many, are columns of a table. */
  private static Optional<String> columns(JsonNode value, Fields fields) {
    int titles = texts(value, fields, ArticleField.TITLE);
    return titles > MOST_PIECES && titles == texts(value, fields, ArticleField.BODY)
        ? Optional.of(
            "title and body are lists of %,d values: %s".formatted(titles, JsonLook.AS_RECORDS))
        : Optional.empty();
  }

  private static int texts(JsonNode value, Fields fields, ArticleField field) {
    List<String> names = fields.orOwn(field);
    JsonNode list = names.size() == 1 ? value.get(names.get(0)) : null;
    return list == null || !list.isArray() ? 0 : list.size();
  }

  private static String names(JsonNode value) {
    List<String> names = value.propertyStream().map(Map.Entry::getKey).toList();
    return names.isEmpty()
        ? "none"
        : names.stream().limit(Examples.MOST).collect(Collectors.joining(", "));
  }

  /** Problems one after another; what to type for several of them is said at once. */
  private static String said(List<String> problems) {
    String all = String.join("; ", problems);
    List<String> columns = SAY.matcher(all).results().map(advice -> advice.group(1)).toList();
    return columns.size() < 2
        ? all
        : SAY.matcher(all).replaceAll("") + "; say --columns " + String.join(",", columns);
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static boolean isBroken(String text) {
    if (text == null) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isHighSurrogate(text.charAt(i))
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  /** An address that is no text costs the address, not the article. */
  private static String address(JsonNode value, Fields fields) {
    for (String name : fields.orOwn(ArticleField.URL)) {
      List<JsonNode> found = JsonPath.values(value, name);
      if (!found.isEmpty()) {
        JsonNode first = found.get(0);
        return JsonPath.isNothing(first)
            ? null
            : first.isTextual() ? first.textValue() : first.toString();
      }
    }
    return fields.orOwn(ArticleField.URL).isEmpty() ? null : ofPage(value);
  }

  /**
   * In a graph of schema.org others have an address of their own; an article has that of its page.
   */
  private static String ofPage(JsonNode value) {
    JsonNode page = value.path("mainEntityOfPage");
    return (page.isObject() ? page.path("@id") : page).textValue();
  }

  private static String text(
      JsonNode value, Fields fields, ArticleField field, String between, List<String> problems) {
    List<String> parts = new ArrayList<>();
    for (String name : fields.orOwn(field)) {
      for (JsonNode found : RichText.withText(JsonPath.values(value, name))) {
        JsonNode part = unwrapped(found);
        if (part.isTextual()) {
          parts.add(part.textValue());
        } else if (field == ArticleField.DATE && part.isNumber() && !JsonPath.isNothing(part)) {
          parts.add(part.decimalValue().toPlainString());
        } else if (RichText.of(part).isPresent()) {
          parts.add(RichText.of(part).get());
        } else if (!JsonPath.isNothing(part)) {
          problems.add(problem(part, field, name));
          return null;
        }
      }
    }
    if (fields.orOwn(field).size() > 1) {
      parts.removeIf(NoValue::isWritten);
    }
    return parts.isEmpty() ? null : parts.size() == 1 ? parts.get(0) : String.join(between, parts);
  }

  /** What MongoDB writes around a value: {@code {"$date": …}}, {@code {"$numberLong": …}}. */
  private static JsonNode unwrapped(JsonNode value) {
    JsonNode inner = value;
    while (inner.isObject() && inner.size() == 1 && inner.fieldNames().next().startsWith("$")) {
      inner = inner.iterator().next();
    }
    return inner;
  }

  private static String problem(JsonNode part, ArticleField field, String name) {
    String called =
        name.equalsIgnoreCase(field.label()) ? field.label() : field.label() + " (" + name + ")";
    if (part.isPojo()) {
      return called + " stands twice, with different values";
    }
    if (part.isObject()) {
      return called + " is an object" + inside(part, field, name);
    }
    return called
        + (part.isNumber()
            ? " is a number"
            : part.isArray() ? " is a list of lists" : " is true or false");
  }

  private static String inside(JsonNode object, ArticleField field, String name) {
    if (object.size() > MOST_PARTS || object.has("0")) {
      return " of %,d values: %s".formatted(object.size(), JsonLook.AS_RECORDS);
    }
    if (field == ArticleField.DATE && object.has("year") && object.has("day")) {
      return " (say --columns date=%1$s.year+%1$s.month+%1$s.day)".formatted(name);
    }
    return InnerFields.longest(object)
        .map(path -> " (say --columns %s=%s.%s)".formatted(field.label(), name, path))
        .orElse("");
  }
}
