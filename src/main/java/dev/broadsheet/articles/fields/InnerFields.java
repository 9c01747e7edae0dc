package dev.broadsheet.articles.fields;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.articles.records.ArticleField;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fields of an article that stand in objects: {@code _source.title}, {@code body.value}. */
public final class InnerFields {
  /** Objects that tell of something else than the article. */
  private static final Pattern OTHER =
      Pattern.compile(
          "(?i)(?:item-?meta|subject|user|account|profile|author|creator|byline|editor|owner|publisher|provider|source|site|feed|channel"
              + "|section|category|categories|tags?|keywords|images?|media|multimedia|thumbnail|photo|video|entities)s?");

  /** What is written at a text, not the text: its type, its language, its format. */
  private static final Pattern MARK =
      Pattern.compile("(?i)[@_$].*|type|rel|lang|language|format|protected|direction|style|id");

  /** An object that tells about the article beside its text. */
  private static final Pattern METADATA =
      Pattern.compile("(?i)meta[_-]?(?:data|info)?|[a-z]+[_-]attributes");

  private static final int DEEPEST = 6;

  private InnerFields() {}

  /** Whether an object of this name may be an article. */
  public static boolean mayBeArticle(String object) {
    return !OTHER.matcher(object).matches();
  }

  /**
   * The text in an object of a field's name, {@code body.value}, or one of a field's name in an
   * object, {@code _source.title}.
   *
   * @param examples a value of each path
   * @param taken paths that are something else
   */
  static Optional<String> likeliest(
      ArticleField field, Map<String, String> examples, Collection<List<String>> taken) {
    List<String> wanted =
        Stream.of(List.of(field.label()), field.synonyms(), field.hints())
            .flatMap(List::stream)
            .toList();
    List<String> inside =
        examples.keySet().stream()
            .filter(path -> path.contains("."))
            .filter(path -> taken.stream().noneMatch(names -> names.contains(path)))
            .filter(path -> Stream.of(path.split("\\.")).allMatch(InnerFields::mayBeArticle))
            .filter(path -> FieldLook.mayBe(field, examples.get(path)))
            .toList();
    return first(wanted, inside, path -> isMark(path) ? "" : lastStep(path.substring(0, end(path))))
        .or(() -> first(wanted, inside, InnerFields::lastStep));
  }

  /** The text in an object that has a field's own name or a known one: {@code content.value}. */
  static Optional<String> ofKnown(
      ArticleField field, Map<String, String> examples, Collection<List<String>> taken) {
    List<String> known =
        Stream.concat(Stream.of(field.label()), field.synonyms().stream()).toList();
    List<String> inside =
        examples.keySet().stream()
            .filter(path -> path.contains(".") && !isMark(path))
            .filter(path -> taken.stream().noneMatch(names -> names.contains(path)))
            .filter(path -> FieldLook.mayBe(field, examples.get(path)))
            .filter(path -> Stream.of(path.split("\\.")).allMatch(InnerFields::mayBeArticle))
            .toList();
    return first(known, inside, path -> lastStep(path.substring(0, end(path))));
  }

  /** A field of the article's own metadata: {@code metadata.published}, by a known name. */
  static Optional<String> ofMetadata(ArticleField field, Map<String, String> examples) {
    List<String> inside =
        examples.keySet().stream()
            .filter(path -> METADATA.matcher(path.substring(0, Math.max(0, end(path)))).matches())
            .filter(path -> FieldLook.mayBe(field, examples.get(path)))
            .toList();
    List<String> wanted =
        Stream.concat(Stream.of(field.label()), field.synonyms().stream()).toList();
    return first(wanted, inside, InnerFields::lastStep);
  }

  /** The path to the longest text in an object that is not a mark at one. */
  public static Optional<String> longest(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    addTexts(object, "", 0, texts);
    return texts.keySet().stream()
        .max(Comparator.comparingInt(path -> texts.get(path).length()))
        .map(path -> path.substring(1));
  }

  private static void addTexts(JsonNode value, String path, int depth, Map<String, String> texts) {
    if (value.isTextual() && !isMark(path)) {
      texts.merge(path, value.textValue(), (a, b) -> a.length() < b.length() ? b : a);
    } else if (value.isArray() && depth < DEEPEST) {
      value.forEach(element -> addTexts(element, path, depth + 1, texts));
    } else if (value.isObject() && depth < DEEPEST) {
      value
          .properties()
          .forEach(
              child -> addTexts(child.getValue(), path + "." + child.getKey(), depth + 1, texts));
    }
  }

  private static Optional<String> first(
      List<String> wanted, List<String> paths, UnaryOperator<String> step) {
    return wanted.stream()
        .flatMap(
            name -> {
              Predicate<String> named = path -> ArticleField.plain(step.apply(path)).equals(name);
              return paths.stream().filter(named);
            })
        .findFirst();
  }

  private static boolean isMark(String path) {
    String last = lastStep(path);
    return !last.equalsIgnoreCase("@href")
        && !last.equalsIgnoreCase("@id")
        && MARK.matcher(last).matches();
  }

  private static int end(String path) {
    return path.lastIndexOf('.');
  }

  private static String lastStep(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
