package dev.broadsheet.articles.formats;

import dev.broadsheet.dates.Dates;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An article as a press database (Nexis, Factiva, ProQuest) writes it: below lines about it, and
 * above others, of which only title, day and address are taken.
 *
 * @param title its headline
 * @param date as it is written; null if there is none
 * @param url its address in the database; null if there is none
 * @param body what stands between the lines about it
 */
record PressText(String title, String date, String url, String body) {
  private static final String CODES =
      "SE|HD|CR|BY|CLM|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|ART|CX|CO|IN|NS|RE|IPC|IPD|RBC|PUB|AN|RF|DLN";
  private static final Pattern CODE = Pattern.compile("(" + CODES + ")(?:\\s+(.*)|)");
  private static final Pattern LABEL = Pattern.compile("(\\p{L}[\\p{L} /-]{1,30}):(?:\\s+(.*)|)");
  private static final Set<String> TITLES = Set.of("headline", "title", "HD");
  private static final Set<String> DATES = Set.of("publication date", "PD");
  private static final Set<String> LOADED = Set.of("load-date");
  private static final Set<String> ADDRESSES = Set.of("document url");
  private static final Pattern BODY =
      Pattern.compile(
          "(?i)(?:body|text|full text|volltext|corps|texte int\u00E9gral|texto completo):?|full text: .*");
  private static final Set<String> TEXT_CODES = Set.of("LP", "TD");
  private static final Pattern BEHIND =
      Pattern.compile(
          "Graphic|Classification|(?:GRAPHIC|LANGUAGE|PUBLICATION-TYPE|SUBJECT|CORRECTION-DATE|JOURNAL-CODE|DOCUMENT-TYPE):.*"
              + "|(?:Subject|Business indexing term|Location|People|Company / organization|Identifier / keyword"
              + "|Publication title|Publication year|Publication date|Publication subject|Source type|Document URL): .*");
  private static final Pattern BEHIND_CODES =
      Pattern.compile("(?:CO|IN|NS|RE)\\s+.* : .*|(?:ART|IPC|IPD|RBC|PUB|AN|RF)(?:\\s+.*|)");
  private static final Set<PressMark> LAST =
      EnumSet.of(
          PressMark.LOADED, PressMark.DOCUMENT, PressMark.END_OF_DOCUMENT, PressMark.PROQUEST);
  private static final Pattern TO_YEAR = Pattern.compile("(\\D{0,30}\\d.{0,25}?\\b\\d{4})\\b.*");
  private static final int LONGEST_DATE = 60;
  private static final Pattern NUMBERED = Pattern.compile("(?i)\\d{1,6} of \\d{1,6} documents?");
  private static final Pattern BELOW_TITLE =
      Pattern.compile(
          "(?:BYLINE|SECTION|LENGTH|DATELINE|SERIES|HIGHLIGHT|SLUG|COLUMN|DEPARTMENT|DISTRIBUTION|GRAPHIC|TYPE"
              + "|AUTOR|RUBRIK|L\u00c4NGE|AUTEUR|RUBRIQUE|LONGUEUR|AUTORE|SEZIONE|LUNGHEZZA|SECCI\u00d3N|LONGITUD|RUBRIEK|SECTIE|LENGTE):.*");

  /**
   * Reads lines without white space around them.
   *
   * @return empty if they are no such article, which has two kinds of marks, a headline, and a
   *     beginning of the text
   */
  static Optional<PressText> of(List<String> lines) {
    Set<PressMark> marks = PressMark.in(lines);
    boolean certain = marks.stream().anyMatch(PressMark::isCertain);
    boolean titled = labelled(lines, TITLES).isPresent();
    if (marks.size() < 2 && !(certain && titled) || !certain && !titled) {
      return Optional.empty();
    }
    int length = first(lines, 0, PressMark.LENGTH::is);
    boolean coded = first(lines, 0, line -> isCode(line, TITLES)) < lines.size();
    int body = coded ? first(lines, 0, line -> isCode(line, TEXT_CODES)) : bodyBelow(lines, length);
    if (body >= lines.size()) {
      return Optional.empty();
    }
    int end = first(lines, body + 1, line -> isBehind(line, coded));
    List<String> head = lines.subList(0, body);
    String text =
        Stream.concat(
                Stream.of(label(lines.get(body)).map(m -> value(m)).orElse("")),
                lines.subList(body + 1, end).stream().map(line -> withoutCode(line, coded)))
            .collect(Collectors.joining("\n"))
            .strip();
    return title(head, length)
        .map(
            title ->
                new PressText(
                    title,
                    date(head, lines).orElse(null),
                    labelled(lines, ADDRESSES).orElse(null),
                    text));
  }

  /** Where the text begins: at its label, or at the first gap below the number of words. */
  private static int bodyBelow(List<String> lines, int length) {
    int labelled = first(lines, 0, line -> BODY.matcher(line).matches());
    return labelled < lines.size() ? labelled : first(lines, length + 1, String::isEmpty);
  }

  private static boolean isBehind(String line, boolean coded) {
    return PressMark.of(line).filter(LAST::contains).isPresent()
        || (coded ? BEHIND_CODES : BEHIND).matcher(line).matches();
  }

  private static Optional<String> title(List<String> head, int length) {
    Optional<String> labelled = labelled(head, TITLES);
    if (labelled.isPresent()) {
      return labelled;
    }
    Optional<String> below = belowDay(head);
    if (below.isPresent()) {
      return below;
    }
    List<String> said = head.stream().filter(PressText::isText).toList();
    boolean unlabelled = length < head.size() && Character.isDigit(head.get(length).charAt(0));
    return unlabelled
        ? head.subList(0, length).stream()
            .filter(PressText::isText)
            .max(Comparator.comparingInt(String::length))
        : said.stream().filter(line -> PressMark.of(line).isEmpty()).findFirst();
  }

  /** One of many documents of the older Nexis has its source and day above its title. */
  private static Optional<String> belowDay(List<String> head) {
    int mark = first(head, 0, line -> NUMBERED.matcher(line).matches());
    int day = first(head, mark + 1, line -> day(line).isPresent());
    int end = first(head, day + 1, line -> BELOW_TITLE.matcher(line).matches());
    while (end > day + 1 && end <= head.size() && head.get(end - 1).isEmpty()) {
      end--;
    }
    int start = end;
    while (start > day + 1 && start <= head.size() && !head.get(start - 1).isEmpty()) {
      start--;
    }
    return start < end ? Optional.of(String.join(" ", head.subList(start, end))) : Optional.empty();
  }

  private static Optional<String> day(String line) {
    return Optional.of(line)
        .filter(it -> it.length() <= LONGEST_DATE)
        .map(TO_YEAR::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .filter(Dates.STANDARD::isDate);
  }

  private static boolean isText(String line) {
    return line.chars().anyMatch(Character::isLetter);
  }

  private static Optional<String> date(List<String> head, List<String> lines) {
    return labelled(lines, DATES)
        .or(() -> head.stream().flatMap(line -> day(line).stream()).findFirst())
        .or(() -> labelled(lines, LOADED));
  }

  /** What stands behind a label, down to the next one or a gap. */
  private static Optional<String> labelled(List<String> lines, Set<String> names) {
    int at = first(lines, 0, line -> label(line).filter(m -> names.contains(name(m))).isPresent());
    if (at == lines.size()) {
      return Optional.empty();
    }
    int end = first(lines, at + 1, line -> line.isEmpty() || label(line).isPresent());
    return Optional.of(
            Stream.concat(
                    Stream.of(value(label(lines.get(at)).get())),
                    lines.subList(at + 1, end).stream())
                .collect(Collectors.joining(" "))
                .strip())
        .filter(value -> !value.isEmpty());
  }

  private static Optional<Matcher> label(String line) {
    return Stream.of(CODE, LABEL)
        .map(form -> form.matcher(line))
        .filter(Matcher::matches)
        .findFirst();
  }

  private static String name(Matcher label) {
    String name = label.group(1);
    return label.pattern() == CODE ? name : name.toLowerCase(Locale.ROOT);
  }

  private static String value(Matcher label) {
    return label.group(2) == null ? "" : label.group(2);
  }

  private static boolean isCode(String line, Set<String> codes) {
    Matcher code = CODE.matcher(line);
    return code.matches() && codes.contains(code.group(1));
  }

  private static String withoutCode(String line, boolean coded) {
    return coded && isCode(line, TEXT_CODES) ? "\n" + line.substring(2).strip() : line;
  }

  private static int first(List<String> lines, int from, Predicate<String> wanted) {
    return IntStream.range(from, lines.size())
        .filter(at -> wanted.test(lines.get(at)))
        .findFirst()
        .orElse(lines.size());
  }
}
