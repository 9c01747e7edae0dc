package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.cleaning.RichText;
import dev.broadsheet.articles.records.ArticleField;
import dev.broadsheet.dates.Dates;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which fields are title, date, URL and body by what stands in them, where their names, in whatever
 * language, tell nothing. Dates and addresses are certain where one field alone has one; texts are
 * only guessed.
 */
public final class FieldLook {
  /** Days on which something else happened than that the article appeared. */
  private static final Pattern OTHER_DAY =
      Pattern.compile(
          "(?i).*(?:crawl|(?<!up|pay)load|scrap|visit|captur|ingest|collect|fetch|retriev|access|index|insert|import|export|modif|updat|edit|chang"
              + "|expir|delet|birth|event|start|end(?![a-z])).*");

  /** Addresses of something else than the article. */
  private static final Pattern OTHER_ADDRESS =
      Pattern.compile(
          "(?i).*(?:im(?:age|g)|photo|picture|thumb|logo|icon|avatar|media|video|audio|author|publisher|site|home|start|feed|domain|base|twitter|facebook).*");

  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://\\S+/\\S+");

  /** A whole text is more than so many times as long as what is written of it in short. */
  private static final int TEASERS = 2;

  private static final List<String> TWO_PARTS = List.of("introtext", "fulltext");

  private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S+\\s+\\S+.*", Pattern.DOTALL);
  private static final Pattern UNSPACED =
      Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]{2}");

  /** It may as well be an identifier. */
  private static final Pattern NUMBER = Pattern.compile("\\d*[.,]?\\d*");

  private static final Pattern CODE = Pattern.compile("[\\p{ASCII}&&\\S]*\\d[\\p{ASCII}&&\\S]*");

  /** As in 20240305. */
  private static final int DAY = 8;

  private static final int LEAST_HEADLINE = 25;

  private FieldLook() {}

  /**
   * The one field that may hold dates, or addresses.
   *
   * @param examples a value of each field
   * @param taken fields that are something else
   */
  static Optional<String> only(
      ArticleField field, Map<String, String> examples, Collection<List<String>> taken) {
    Predicate<Map.Entry<String, String>> looks =
        switch (field) {
          case DATE -> FieldLook::isDay;
          case URL -> FieldLook::isAddress;
          default -> example -> false;
        };
    List<String> found =
        examples.entrySet().stream()
            .filter(example -> !example.getKey().contains("."))
            .filter(example -> taken.stream().noneMatch(names -> names.contains(example.getKey())))
            .filter(looks)
            .map(Map.Entry::getKey)
            .limit(2)
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /** Whether a value may be of a field; of an empty one it is not known. */
  static boolean mayBe(ArticleField field, String example) {
    String value = example.strip();
    return value.isEmpty()
        || switch (field) {
          case DATE -> Dates.STANDARD.isDateOfField(value);
          case URL -> ADDRESS.matcher(value).matches();
          default -> true;
        };
  }

  /** The names of the fields whose values may be of this one. */
  static List<String> thatMayBe(ArticleField field, Map<String, String> examples) {
    return examples.keySet().stream().filter(name -> mayBe(field, examples.get(name))).toList();
  }

  /**
   * The field of the whole text among those that are named like one: the one whose name comes
   * first, unless that holds a teaser, beside which another is more than twice as long.
   *
   * @param known names of a text, in order of preference
   * @param examples a value of each field
   */
  static Optional<String> wholeText(List<String> known, Map<String, String> examples) {
    Optional<String> first = Fields.first(known, examples.keySet());
    int most = first.map(name -> TEASERS * examples.get(name).length()).orElse(0);
    return longestFirst(examples)
        .filter(name -> known.contains(ArticleField.plain(name)))
        .filter(name -> first.isPresent() && examples.get(name).length() > most)
        .findFirst()
        .or(() -> first);
  }

  /**
   * A text that is cut in two where its first page ends, as Joomla does; the second may be empty.
   */
  static Optional<List<String>> inTwoParts(ArticleField field, Collection<String> names) {
    List<String> parts =
        TWO_PARTS.stream().flatMap(part -> Fields.first(List.of(part), names).stream()).toList();
    return field == ArticleField.BODY && parts.size() == 2 ? Optional.of(parts) : Optional.empty();
  }

  /** Whether what is named as the body is an object, and another field has the text. */
  static boolean isObjectBesideText(ArticleField field, String name, Map<String, String> examples) {
    return field == ArticleField.BODY
        && !examples.containsKey(name)
        && examples.keySet().stream().anyMatch(inside -> inside.startsWith(name + "."))
        && RichText.field(List.of(field.label()), examples.keySet()).isEmpty()
        && wholeText(field.synonyms(), examples).isPresent();
  }

  /** Whether a field may hold the day an article appeared, by its name and its value. */
  static boolean isDayOfArticle(String name, String example) {
    return !OTHER_DAY.matcher(name).matches() && Dates.STANDARD.isDateOfField(example.strip());
  }

  /** Whether it is no address, and no number or code of one word, such as an article's own. */
  static boolean mayBeText(String example) {
    String value = example.strip();
    return !CODE.matcher(value).matches() && !ADDRESS.matcher(value).matches();
  }

  private static boolean isDay(Map.Entry<String, String> example) {
    String value = example.getValue().strip();
    return !NUMBER.matcher(value).matches()
        && !OTHER_DAY.matcher(example.getKey()).matches()
        && isDate(value);
  }

  private static boolean isAddress(Map.Entry<String, String> example) {
    return ADDRESS.matcher(example.getValue().strip()).matches()
        && !OTHER_ADDRESS.matcher(example.getKey()).matches();
  }

  private static boolean isDate(String value) {
    return Dates.STANDARD.isDate(value);
  }

  /** Whether it is a day as people write it, not a number of seconds, which may be anything. */
  private static boolean isWritten(String value) {
    return !NUMBER.matcher(value).matches() || value.length() == DAY;
  }

  /** Whether there is a headline or more among values that are none of addresses and dates. */
  public static boolean haveText(Map<String, String> examples) {
    return examples.values().stream()
        .map(String::strip)
        .filter(value -> !ADDRESS.matcher(value).matches() && !isDate(value))
        .anyMatch(value -> isText(value, LEAST_HEADLINE));
  }

  /** The fields of a file without names: the longest text is the body, the next the title. */
  public static Fields ofAll(Map<String, String> examples) {
    var paths = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    examples.forEach(
        (name, value) -> {
          if (value.matches("(?i)https?://\\S+")) {
            paths.putIfAbsent(ArticleField.URL, List.of(name));
          } else if (isWritten(value) && isDate(value)) {
            paths.putIfAbsent(ArticleField.DATE, List.of(name));
          }
        });
    List<String> texts =
        longestFirst(examples)
            .filter(name -> !examples.get(name).matches("(?i)https?://\\S+"))
            .filter(name -> Dates.STANDARD.read(examples.get(name)).day().isEmpty())
            .toList();
    if (!texts.isEmpty()) {
      paths.put(ArticleField.BODY, List.of(texts.get(0)));
      paths.put(ArticleField.TITLE, List.of(texts.get(Math.min(1, texts.size() - 1))));
    }
    return new Fields(paths);
  }

  /** The longest text that is not taken, if it has so many characters and several words. */
  static Optional<String> longest(
      Map<String, String> examples, int least, Collection<List<String>> taken) {
    return longestFirst(examples)
        .filter(name -> taken.stream().noneMatch(names -> names.contains(name)))
        .filter(name -> isText(examples.get(name).strip(), least))
        .filter(name -> !isDate(examples.get(name).strip()))
        .findFirst();
  }

  /** Scripts that write no spaces need a third of the characters. */
  private static boolean isText(String value, int least) {
    return UNSPACED.matcher(value).find()
        ? value.length() >= least / 3
        : value.length() >= least && SEVERAL_WORDS.matcher(value).matches();
  }

  private static Stream<String> longestFirst(Map<String, String> examples) {
    return examples.keySet().stream()
        .sorted(Comparator.comparing((String name) -> -examples.get(name).length()));
  }
}
