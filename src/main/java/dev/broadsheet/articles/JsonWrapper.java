package dev.broadsheet.articles;

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

  /** The fields, where one object alone has title and body and nothing beside it has either. */
  static Optional<Fields> of(JsonFields fields, Fields columns) {
    Fields own = columns.resolve(fields.names(""), fields.texts(""));
    List<String> texts =
        Stream.of(ArticleField.TITLE, ArticleField.BODY)
            .flatMap(field -> own.of(field).stream())
            .toList();
    List<String> objects =
        fields.objects().stream()
            .filter(InnerFields::mayBeArticle)
            .filter(object -> isArticle(inside(object, fields)))
            .filter(object -> texts.stream().allMatch(text -> text.startsWith(object + ".")))
            .toList();
    return objects.size() == 1
        ? Optional.of(
            inside(objects.get(0), fields)
                .inside(objects.get(0))
                .or(ArticleField.DATE, own.of(ArticleField.DATE))
                .or(ArticleField.URL, own.of(ArticleField.URL)))
        : Optional.empty();
  }

  private static Fields inside(String object, JsonFields fields) {
    return Fields.UNNAMED.resolve(fields.names(object), fields.texts(object));
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
