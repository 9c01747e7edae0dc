package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.cleaning.RichText;
import dev.broadsheet.articles.records.ArticleField;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which of a file's fields are an article's title, date, URL and body. A field may be a path into
 * objects ({@code fields.bodyText}), and several may be joined ({@code body=lead+text}).
 *
 * @param paths by field; a field that the file does not have is missing
 */
public record Fields(Map<ArticleField, List<String>> paths) implements Serializable {
  /** The name of a field that is not to be read. */
  private static final String NONE = "-";

  /** Nothing is named: every field has its own name, or one that is known for it. */
  public static final Fields UNNAMED = new Fields(Map.of());

  /**
   * Reads {@code title=headline}, {@code body=lead+text} and so on; {@code date=-} and {@code
   * url=-} say that there is none.
   *
   * @throws IllegalArgumentException if one is not a field, an equals sign and a name
   */
  public static Fields parse(List<String> columns) {
    var paths = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    for (String column : columns) {
      String[] sides = column.split("=", 2);
      List<String> names =
          sides.length < 2
              ? List.of()
              : Stream.of(sides[1].split("\\+")).map(String::strip).toList();
      ArticleField field =
          Stream.of(ArticleField.values())
              .filter(f -> f.label().equalsIgnoreCase(sides[0].strip()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(column));
      boolean optional = field == ArticleField.DATE || field == ArticleField.URL;
      boolean none = optional && names.equals(List.of(NONE));
      if (names.isEmpty()
          || names.contains("")
          || names.contains(NONE) && !none
          || paths.put(field, none ? List.of() : names) != null) {
        throw new IllegalArgumentException(column);
      }
    }
    return new Fields(paths);
  }

  /** The names of a field's parts; empty if there is none. */
  public List<String> of(ArticleField field) {
    return paths.getOrDefault(field, List.of());
  }

  /** The same; its own name where none was seen, as records further on may have it. */
  public List<String> orOwn(ArticleField field) {
    return paths.getOrDefault(field, List.of(field.label()));
  }

  /** Whether there is a title and a body. */
  public boolean areEnough() {
    return paths.containsKey(ArticleField.TITLE) && paths.containsKey(ArticleField.BODY);
  }

  /** Whether columns are named by their place, as in a file without a header. */
  public boolean areNumbers() {
    List<String> names = paths.values().stream().flatMap(List::stream).toList();
    return !names.isEmpty() && names.stream().allMatch(name -> name.matches("\\d{1,4}"));
  }

  /**
   * The fields of a file: those named here, then those with their own names, then known synonyms;
   * for date and URL then the one field that has such a value. What is still missing may be in the
   * record's metadata.
   *
   * @param names all that the file has
   * @param examples a value of each field that holds text; only these may be taken by a synonym
   */
  public Fields resolve(Collection<String> names, Map<String, String> examples) {
    var found = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    if (!paths.containsKey(ArticleField.TITLE) && !paths.containsKey(ArticleField.BODY)) {
      found.putAll(Posts.fields(names));
    }
    found.putAll(paths);
    for (ArticleField field : ArticleField.values()) {
      if (!found.containsKey(field)) {
        own(field, names)
            .filter(name -> !FieldLook.isObjectBesideText(field, name, examples))
            .map(List::of)
            .or(() -> FieldLook.inTwoParts(field, examples.keySet()))
            .or(() -> synonym(field, examples).map(List::of))
            .ifPresent(parts -> found.put(field, parts));
      }
    }
    byLook(found, examples);
    for (ArticleField field : List.of(ArticleField.DATE, ArticleField.URL)) {
      if (!found.containsKey(field)) {
        // It cannot be read, and that is to be said.
        first(field.synonyms(), examples.keySet())
            .ifPresent(name -> found.put(field, List.of(name)));
      }
    }
    for (ArticleField field : List.of(ArticleField.TITLE, ArticleField.DATE, ArticleField.URL)) {
      if (!found.containsKey(field)) {
        InnerFields.ofMetadata(field, examples).ifPresent(name -> found.put(field, List.of(name)));
      }
    }
    return new Fields(found);
  }

  private static Optional<String> synonym(ArticleField field, Map<String, String> examples) {
    return field == ArticleField.BODY
        ? FieldLook.wholeText(field.synonyms(), examples)
            .or(() -> RichText.field(field.synonyms(), examples.keySet()))
        : first(field.synonyms(), FieldLook.thatMayBe(field, examples));
  }

  /** Whether title and body are among names, by these or by known ones. */
  public boolean areEnoughAmong(List<String> names) {
    Map<String, String> examples = new LinkedHashMap<>();
    names.forEach(name -> examples.put(name, ""));
    return resolve(names, examples).areEnough();
  }

  /** Adds date and URL by what stands in the fields. */
  static void byLook(Map<ArticleField, List<String>> found, Map<String, String> examples) {
    for (ArticleField field : List.of(ArticleField.DATE, ArticleField.URL)) {
      if (!found.containsKey(field)) {
        FieldLook.only(field, examples, found.values())
            .ifPresent(name -> found.put(field, List.of(name)));
      }
    }
  }

  private static Optional<String> own(ArticleField field, Collection<String> names) {
    return names.stream()
        .filter(field.label()::equals)
        .findFirst()
        .or(() -> names.stream().filter(field.label()::equalsIgnoreCase).findFirst())
        .or(() -> names.stream().filter(("@" + field.label())::equalsIgnoreCase).findFirst());
  }

  /** The first of these names that there is, as it is written there. */
  static Optional<String> first(List<String> wanted, Collection<String> names) {
    Map<String, String> plain = new HashMap<>();
    names.forEach(name -> plain.putIfAbsent(ArticleField.plain(name), name));
    return wanted.stream().map(plain::get).filter(Objects::nonNull).findFirst();
  }

  /** Whether every field that is there has its own name. */
  boolean areOwn() {
    return paths.entrySet().stream()
        .allMatch(
            e ->
                e.getValue().size() == 1
                    && e.getValue().get(0).equalsIgnoreCase(e.getKey().label()));
  }

  /**
   * What to type where title or body is missing: the best guess, which nobody should make alone.
   *
   * @param examples a value of each of the file's fields that hold text
   */
  public String proposal(Map<String, String> examples) {
    var proposed = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    proposed.putAll(guess(examples).paths);
    List<String> text =
        Optional.ofNullable(proposed.get(ArticleField.TITLE))
            .or(() -> Optional.ofNullable(proposed.get(ArticleField.BODY)))
            .orElse(List.of("NAME"));
    proposed.putIfAbsent(ArticleField.TITLE, text);
    proposed.putIfAbsent(ArticleField.BODY, text);
    return "--columns " + new Fields(proposed).text(",");
  }

  /** These fields and, of those that are missing, what they may be: not to be taken unasked. */
  public Fields guess(Map<String, String> examples) {
    return FieldGuess.of(this, examples);
  }

  /** The same fields of an object that stands in a field of this name. */
  public Fields inside(String object) {
    var inside = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    paths.forEach(
        (field, names) ->
            inside.put(field, names.stream().map(name -> object + "." + name).toList()));
    return new Fields(inside);
  }

  /** These, and another's where there are none. */
  public Fields or(ArticleField field, List<String> names) {
    var both = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    both.putAll(paths);
    if (!names.isEmpty()) {
      both.putIfAbsent(field, names);
    }
    return new Fields(both);
  }

  /** Whether title and body are fields of the record itself, not of objects in it. */
  public boolean areFlat() {
    return Stream.of(ArticleField.TITLE, ArticleField.BODY)
        .flatMap(field -> of(field).stream())
        .noneMatch(name -> name.contains("."));
  }

  /**
   * What to say of them: nothing where each has its own name. A field that may hold the date is
   * named where none is certain to.
   *
   * @param examples a value of each of the file's fields that hold text
   */
  public String said(Map<String, String> examples) {
    Optional<String> date =
        paths.containsKey(ArticleField.DATE)
            ? Optional.empty()
            : Optional.of(String.join("+", guess(examples).of(ArticleField.DATE)))
                .filter(name -> !name.isEmpty());
    return date.map(name -> text(", ") + ", no date (perhaps --columns date=" + name + ")")
        .orElse(areOwn() ? "" : text(", "));
  }

  /** As {@code --columns} takes it, with this between the columns. */
  public String text(String separator) {
    List<String> columns = new ArrayList<>();
    for (ArticleField field : ArticleField.values()) {
      if (paths.containsKey(field)) {
        List<String> names = paths.get(field);
        columns.add(field.label() + "=" + (names.isEmpty() ? NONE : String.join("+", names)));
      }
    }
    return columns.stream().collect(Collectors.joining(separator));
  }
}
