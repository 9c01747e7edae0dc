package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.cleaning.RichText;
import dev.broadsheet.articles.records.ArticleField;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the fields of an archive may be whose names do not say it: only to be proposed. */
final class FieldGuess {
  /** A text of an unknown name has so many characters at least to be proposed as the body. */
  private static final int A_BODY = 80;

  private static final int NAME_WORDS = 3;
  private static final Pattern NAME_OF_OTHERS =
      Pattern.compile(
          "(?i).*(?:author|source|site|publish|user|file|place|countr|locat|actor|agenc|compan|organi|person|paper).*");

  private FieldGuess() {}

  /**
   * The fields that are known and, of those that are missing, what they may be.
   *
   * @param examples a value of each of the file's fields that hold text
   */
  static Fields of(Fields known, Map<String, String> examples) {
    Map<ArticleField, List<String>> paths = known.paths();
    var proposed = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    for (ArticleField field : ArticleField.values()) {
      if (paths.containsKey(field) && !isObject(paths.get(field), examples.keySet())) {
        proposed.put(field, paths.get(field));
      } else {
        Fields.first(field.synonyms(), examples.keySet())
            .or(() -> richText(field, examples))
            .or(() -> InnerFields.ofKnown(field, examples, proposed.values()))
            .or(() -> named(field, examples, proposed.values()))
            .or(() -> Fields.first(field.hints(), filled(examples)))
            .or(() -> Fields.first(field.hints(), examples.keySet()))
            .or(() -> InnerFields.likeliest(field, examples, proposed.values()))
            .ifPresent(name -> proposed.put(field, List.of(name)));
      }
    }
    Fields.byLook(proposed, examples);
    if (!proposed.containsKey(ArticleField.DATE) || !isDate(proposed, examples)) {
      dateParts(examples.keySet()).ifPresent(parts -> proposed.put(ArticleField.DATE, parts));
    }
    if (!proposed.containsKey(ArticleField.BODY)) {
      FieldLook.longest(examples, A_BODY, proposed.values())
          .ifPresent(name -> proposed.put(ArticleField.BODY, List.of(name)));
      if (proposed.containsKey(ArticleField.BODY) && !proposed.containsKey(ArticleField.TITLE)) {
        FieldLook.longest(examples, 1, proposed.values())
            .ifPresent(name -> proposed.put(ArticleField.TITLE, List.of(name)));
      }
    }
    return new Fields(proposed);
  }

  /** A text that is a tree in an object of a known name: {@code fields.body.en-US}. */
  private static Optional<String> richText(ArticleField field, Map<String, String> examples) {
    return field == ArticleField.BODY
        ? RichText.inner(
            Stream.concat(Stream.of(field.label()), field.synonyms().stream()).toList(), examples)
        : Optional.empty();
  }

  /** A field whose name has a known one in it: "Artikelüberschrift", "news_title". */
  private static Optional<String> named(
      ArticleField field, Map<String, String> examples, Collection<List<String>> taken) {
    Predicate<String> named =
        switch (field) {
          case TITLE ->
              name ->
                  field.isNamedIn(name) && FieldLook.mayBeText(examples.get(name))
                      || isNameOfText(name, examples.get(name));
          case DATE ->
              name -> field.isNamedIn(name) && FieldLook.isDayOfArticle(name, examples.get(name));
          case BODY -> name -> field.isNamedIn(name) && FieldLook.mayBeText(examples.get(name));
          case URL -> name -> false;
        };
    return filled(examples).stream()
        .filter(name -> !name.contains(".") && named.test(name))
        .filter(name -> taken.stream().noneMatch(names -> names.contains(name)))
        .findFirst();
  }

  /** What several words name that is no person, place or source: "case_name". */
  private static boolean isNameOfText(String name, String example) {
    return ArticleField.plain(name).endsWith("name")
        && !NAME_OF_OTHERS.matcher(name).matches()
        && example.strip().split("\\s+").length >= NAME_WORDS;
  }

  /** A field named "day" may be the day of a month. */
  private static boolean isDate(
      Map<ArticleField, List<String>> fields, Map<String, String> examples) {
    return fields.get(ArticleField.DATE).stream()
        .map(name -> examples.getOrDefault(name, ""))
        .allMatch(example -> example.isBlank() || FieldLook.mayBe(ArticleField.DATE, example));
  }

  /** Year, month and day, where each is a field. */
  private static Optional<List<String>> dateParts(Collection<String> names) {
    List<String> parts =
        Stream.of("year", "month", "day")
            .flatMap(part -> Fields.first(List.of(part), names).stream())
            .toList();
    return parts.size() == 3 ? Optional.of(parts) : Optional.empty();
  }

  private static List<String> filled(Map<String, String> examples) {
    return examples.keySet().stream().filter(name -> !examples.get(name).isBlank()).toList();
  }

  /** Whether names are of objects, which have text only further in. */
  private static boolean isObject(List<String> names, Collection<String> texts) {
    return !names.isEmpty()
        && names.stream()
            .allMatch(
                name ->
                    !texts.contains(name)
                        && texts.stream().anyMatch(path -> path.startsWith(name + ".")));
  }
}
