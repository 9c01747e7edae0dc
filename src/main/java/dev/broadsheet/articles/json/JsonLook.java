package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonFactory;
import dev.broadsheet.articles.fields.Examples;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.InnerFields;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.articles.records.BesideArticles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the start of a JSON file tells of all of it.
 *
 * @param byLines whether each line is a whole value, or several
 * @param records the path to the list of records; empty if they are the file's own values
 * @param fields which fields are title, date, URL and body
 * @param readAs what was found out; empty for JSON lines with the four names
 * @param advice what to do where title or body cannot be told; empty where they can
 * @param firstKey the first key of the first record; empty if none was seen
 */
public record JsonLook(
    boolean byLines, String records, Fields fields, String readAs, String advice, String firstKey) {
  /** The path to records that are the values of an object, whatever its keys. */
  static final String ANY = "*";

  static final String AS_RECORDS =
      "write them as objects with names (pandas: to_json with orient='records', lines=True)";

  private static final Pattern FIRST_KEY = Pattern.compile("\\{\\s*\"([^\"\\\\]+)\"");
  private static final int A_BODY = 200;

  /** What a table or a source is called that has records. */
  private static final String NAME = "name";

  /**
   * Looks at the start of a file.
   *
   * @param complete whether that is all of the file
   */
  public static JsonLook at(JsonFactory json, byte[] head, boolean complete, ReadOptions options) {
    int length = head.length;
    int start = JsonShape.start(head, length);
    boolean lines = start < length && JsonShape.isByLines(json, head, start, length, complete);
    var fields = new JsonFields();
    if (lines) {
      JsonShape.addLines(fields, json, head, start, length);
    } else {
      fields.add(json, head, start, length);
    }
    boolean list = start < length && head[start] == '[';
    if (list && JsonShape.isListOfLists(head, start + 1, length)) {
      return new JsonLook(
          false, "", options.columns(), "a JSON array", "its records are lists; " + AS_RECORDS, "");
    }
    String shape = lines ? "" : list ? "a JSON array" : "JSON values of several lines";
    JsonLook look =
        options.records().isEmpty()
            ? found(lines, shape, list, fields, options.columns())
            : named(fields, options);
    String leftOut = BesideArticles.said(fields.names(look.records));
    JsonLook articles = leftOut.isEmpty() ? look : look.saying(leftOut);
    JsonLook advising =
        articles
            .advising(unknown(fields, look.records, options.columns()))
            .beginningWith(fields.first(look.records).or(() -> firstKey(head, look.records)));
    return advising.hasActions() && fields.objects("").contains(advising.firstKey)
        ? advising.saying("between actions of a bulk file")
        : advising;
  }

  /** Of a file that is broken from the start. */
  private static Optional<String> firstKey(byte[] head, String records) {
    Matcher first = FIRST_KEY.matcher(Utf8.lenient(head, head.length));
    return records.isEmpty() && first.find() ? Optional.of(first.group(1)) : Optional.empty();
  }

  /** What to say where title or body is asked for by a name that no record here has. */
  private static String unknown(JsonFields fields, String records, Fields asked) {
    List<String> names = fields.names(records);
    return Stream.of(ArticleField.TITLE, ArticleField.BODY)
        .flatMap(field -> asked.of(field).stream())
        .filter(asks -> names.stream().noneMatch(asks::equalsIgnoreCase))
        .findFirst()
        .map(
            asks ->
                "there is no field %s; the fields are %s"
                    .formatted(asks, fields.described(records)))
        .orElse("");
  }

  private JsonLook advising(String todo) {
    return new JsonLook(
        byLines, records, fields, readAs, advice.isEmpty() ? todo : advice, firstKey);
  }

  private JsonLook beginningWith(Optional<String> key) {
    return new JsonLook(byLines, records, fields, readAs, advice, key.orElse(""));
  }

  private static JsonLook named(JsonFields fields, ReadOptions options) {
    String records = options.records();
    List<String> names = fields.names(records);
    Fields resolved = options.columns().resolve(names, fields.texts(records));
    String readAs = "the records in " + records + said(resolved, fields.texts(records));
    if (resolved.areEnough() && !names.isEmpty()) {
      return new JsonLook(false, records, resolved, readAs, "", "");
    }
    String advice =
        names.isEmpty()
            ? "there is no %s; its fields are %s".formatted(records, fields.described(""))
            : Examples.advice(fields.described(records), resolved.proposal(fields.texts(records)));
    return new JsonLook(false, records, resolved, readAs, advice, "");
  }

  private static JsonLook found(
      boolean lines, String shape, boolean list, JsonFields fields, Fields columns) {
    boolean one = fields.roots() <= 1 && !list;
    var all = new JsonRecordLists(fields, columns);
    Fields own = all.outside(columns.resolve(fields.names(""), fields.texts("")));
    if (own.areEnough() && !(one && isLikelyEnvelope(fields, own))) {
      String said = said(own, fields.texts("")) + (one ? inside(fields, columns) : "");
      String readAs = shape + (shape.isEmpty() ? said.replaceFirst("^, ", "") : said);
      return new JsonLook(lines, "", own, readAs, "", "");
    }
    Fields outside = columns.guess(fields.textsOutsideOfLists());
    boolean pages =
        outside.of(ArticleField.BODY).isEmpty()
            && outside.of(ArticleField.TITLE).stream().allMatch(NAME::equalsIgnoreCase);
    List<String> lists = one || pages ? all.likeliestFirst() : List.of();
    Optional<String> values =
        one && lists.isEmpty() ? objectOfRecords(fields, columns) : Optional.empty();
    if (values.isPresent()) {
      String at = values.get();
      return inList(at, columns.resolve(fields.names(at), fields.texts(at)), fields);
    }
    Optional<JsonRecordLists.Found> only = lists.isEmpty() ? Optional.empty() : all.only();
    if (only.isPresent()) {
      return inList(only.get().path(), only.get().inside(), fields);
    }
    Optional<Fields> wrapped = JsonWrapper.of(fields, "", columns);
    if (wrapped.isPresent() && all.likeliestFirst().isEmpty()) {
      String readAs = shape + (shape.isEmpty() ? "" : ", ") + wrapped.get().text(", ");
      return new JsonLook(lines, "", wrapped.get(), readAs, "", "");
    }
    String at = lists.isEmpty() ? "" : all.proposed();
    Fields there = columns.resolve(fields.names(at), fields.texts(at));
    String todo = there.areEnough() ? "" : " " + there.proposal(fields.texts(at));
    String advice = Examples.advice(fields.described(""), todo.strip());
    if (one && fields.names("").containsAll(List.of("columns", "data"))) {
      advice = "its records are lists; " + AS_RECORDS;
    } else if (!at.isEmpty()) {
      advice =
          "its fields are %s. Are its records in %s (%s)? Perhaps: --records %s%s"
              .formatted(
                  outermost(fields),
                  at,
                  fields.described(at),
                  at.contains(ANY) ? "'" + at + "'" : at,
                  todo);
    }
    return new JsonLook(lines, "", own, "", advice, "");
  }

  /** What is said of one article in a file that has a list of others in it. */
  private static String inside(JsonFields fields, Fields columns) {
    return new JsonRecordLists(fields, columns)
        .only()
        .map(JsonRecordLists.Found::path)
        .map(", one article and not those in %1$s, which --records %1$s reads"::formatted)
        .orElse("");
  }

  private static JsonLook inList(String path, Fields inside, JsonFields fields) {
    String readAs = "the records in " + path + said(inside, fields.texts(path));
    return new JsonLook(false, path, inside, readAs, "", "");
  }

  private static String outermost(JsonFields fields) {
    return fields.names("").stream()
        .filter(name -> !name.contains("."))
        .collect(Collectors.joining(", "));
  }

  /** The path to records that are the values of the file's object, or of one object in it. */
  private static Optional<String> objectOfRecords(JsonFields fields, Fields columns) {
    if (areRecords(fields, "", columns)) {
      return Optional.of(ANY);
    }
    List<String> inside =
        fields.objects("").stream()
            .filter(InnerFields::mayBeArticle)
            .filter(object -> areRecords(fields, object, columns))
            .toList();
    return inside.size() == 1 ? Optional.of(inside.get(0) + "." + ANY) : Optional.empty();
  }

  /** Whether each of the first objects inside of an object is a record of its own. */
  private static boolean areRecords(JsonFields fields, String object, Fields columns) {
    List<String> first =
        fields.objects(object).stream()
            .limit(2)
            .map(key -> object.isEmpty() ? key : object + "." + key)
            .toList();
    return first.size() == 2
        && first.stream()
            .allMatch(key -> columns.resolve(fields.names(key), fields.texts(key)).areEnough());
  }

  /**
   * A page of records may have a title and a description itself. Even what is named its body is
   * none where the records have more to say and are named as records are; but what has a day or an
   * address of its own is an article with teasers of others, or with parts.
   */
  private static boolean isLikelyEnvelope(JsonFields fields, Fields own) {
    String body = String.join("", own.of(ArticleField.BODY));
    var lists = new JsonRecordLists(fields, Fields.UNNAMED);
    return fields.length(body) < A_BODY
        && (body.equalsIgnoreCase(ArticleField.BODY.label())
            ? lists.only().filter(list -> list.saysMoreThan(own, fields)).isPresent()
            : !lists.likeliestFirst().isEmpty());
  }

  private static String said(Fields fields, Map<String, String> examples) {
    String said = fields.said(examples);
    return said.isEmpty() ? "" : ", " + said;
  }

  /** Whether actions of Elasticsearch's bulk format may stand between the records. */
  boolean hasActions() {
    return byLines && BulkAction.begins(firstKey);
  }

  /** The same, about which this is to be said too. */
  public JsonLook saying(String more) {
    return new JsonLook(
        byLines, records, fields, readAs.isEmpty() ? more : readAs + ", " + more, advice, firstKey);
  }
}
