package dev.broadsheet.articles.json;

import dev.broadsheet.articles.cleaning.RichText;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.InnerFields;
import dev.broadsheet.articles.records.ArticleField;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Records that are whole in one object of theirs, as programs export them that write about each
 * what they know beside it: {@code {"_index": "news", "_source": {"title": …}}}.
 */
final class JsonWrapper {
  /** Names that things have which are no articles. */
  private static final Set<String> VAGUE = Set.of("name", "description");

  private JsonWrapper() {}

  /**
   * The fields, where one object alone has title and body and nothing beside it has either.
   *
   * @param records the path to the list of records; empty for the file's own values
   */
  static Optional<Fields> of(JsonFields fields, String records, Fields columns) {
    Fields own = columns.resolve(fields.names(records), fields.texts(records));
    List<String> texts =
        Stream.of(ArticleField.TITLE, ArticleField.BODY)
            .flatMap(field -> own.of(field).stream())
            .toList();
    List<String> objects =
        fields.objects(records).stream()
            .filter(InnerFields::mayBeArticle)
            .filter(object -> isArticle(inside(records, object, fields)))
            .filter(
                object -> hasTexts(inside(records, object, fields), path(records, object), fields))
            .filter(object -> texts.stream().allMatch(text -> text.startsWith(object + ".")))
            .toList();
    if (objects.size() != 1) {
      return Optional.empty();
    }
    Fields inside = inside(records, objects.get(0), fields).inside(objects.get(0));
    Fields wrapped = columns;
    for (ArticleField field : ArticleField.values()) {
      wrapped = wrapped.or(field, inside.of(field)).or(field, own.of(field));
    }
    return Optional.of(wrapped);
  }

  private static Fields inside(String records, String object, JsonFields fields) {
    String path = path(records, object);
    return Fields.UNNAMED.resolve(fields.names(path), fields.texts(path));
  }

  private static String path(String records, String object) {
    return records.isEmpty() ? object : records + "." + object;
  }

  /** Whether title and body are text, and no objects. */
  private static boolean hasTexts(Fields inside, String path, JsonFields fields) {
    Set<String> texts = fields.texts(path).keySet();
    return Stream.of(ArticleField.TITLE, ArticleField.BODY)
        .flatMap(field -> inside.of(field).stream())
        .allMatch(
            name ->
                texts.contains(name)
                    || RichText.field(List.of(ArticleField.plain(name)), texts).isPresent());
  }

  private static boolean isArticle(Fields fields) {
    return fields.areEnough()
        && fields.areFlat()
        && fields.paths().values().stream()
            .flatMap(List::stream)
            .map(ArticleField::plain)
            .noneMatch(VAGUE::contains);
  }
}
