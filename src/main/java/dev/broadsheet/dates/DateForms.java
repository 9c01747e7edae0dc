package dev.broadsheet.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The forms of dates that archives write: ISO 8601 with and without a time, the same without
 * dashes, RFC 822 and 1123, months by name ({@link MonthNames}), 2024年3月1日, numbers one after
 * another, a time before any of these, and {@link NumberedDates}.
 *
 * <p>Numbers with dots are day, month, year. With slashes or dashes they are a date where one order
 * is possible, as in 25/12/2024, or known ({@link DateOrder}). Years of two digits follow dots,
 * slashes and names of months only.
 */
final class DateForms {
  private static final String TIME =
      "(?<time>(?:T|[,\u060C]?\\s+"
          + ClockTime.BEFORE
          + ")\\d{1,2}[:h.]?\\d{2}(?:[:.]?\\d{2}(?:[.,]\\d{1,9})?)?\\D?.*)?";
  private static final String WEEKDAY =
      "(?:[\\p{L}\\p{M}]{2,5}\\s+)?(?:[\\p{L}\\p{M}-]{2,13}\\.?[,\u060C]?\\s+)?";

  /** As in English, Turkish and Hungarian. */
  private static final String WEEKDAY_BEHIND =
      "(?:,?\\s+(?iu:(?:mon|tues|wednes|thurs|fri|satur|sun)day|pazartesi|sal\u0131|\u00e7ar\u015famba"
          + "|per\u015fembe|cuma|cumartesi|pazar|h\u00e9tf\u0151|kedd|szerda|cs\u00fct\u00f6rt\u00f6k"
          + "|p\u00e9ntek|szombat|vas\u00e1rnap))?";

  private static final String YEAR = "(?<y>\\d{4})";
  private static final String MONTH =
      "(?<m>[\\p{L}\\p{M}]{2,14}(?: \u0627\u0644\\p{L}{3,5})?)\\.?"
          + "(?:\\s?/\\s?\\p{IsArabic}{3,14}(?: \\p{IsArabic}{3,6})?)?";
  private static final String ORDINAL = "(?:st|nd|rd|th|er|\u00BA|\u00B0|\\.)?";
  private static final String OF = "(?:\\s+(?:de[l]?|of)\\s+|\\s+d['\u2019]|[ /.-]+)";

  private record Form(String name, Pattern pattern) {}

  private static final List<Form> FORMS =
      List.of(
          form("yyyyMMdd", "(?<y>\\d{4})(?<m>\\d{2})(?<d>\\d{2})" + TIME),
          form(
              "yyyy-MM-dd",
              YEAR + "(?<s>[-/.])\\s?(?<m>\\d{1,2})\\k<s>\\s?(?<d>\\d{1,2})\\.?" + TIME),
          form(
              "yyyyMMddHHmmss",
              "(?<y>(?:19|20)\\d{2})(?<m>0[1-9]|1[0-2])(?<d>0[1-9]|[12]\\d|3[01])"
                  + "(?<time>(?:[01]\\d|2[0-3])(?:[0-5]\\d){0,2})"),
          form(
              "d MMM yyyy",
              WEEKDAY
                  + "(?<d>\\d{1,2})"
                  + ORDINAL
                  + OF
                  + MONTH
                  + ",?"
                  + OF
                  + YEAR
                  + "(?:\\.|\\s?\u0433\\.)?"
                  + WEEKDAY_BEHIND
                  + TIME),
          form(
              "d MMM yy",
              WEEKDAY + "(?<d>\\d{1,2})[ -]" + MONTH + "[ -](?<y>\\d{2})(?:[,.]?)" + TIME),
          form(
              "yyyy M d",
              YEAR
                  + " (?<m>\\d{1,2}) (?<d>\\d{1,2})(?<time>(?!))?(?: \\d{1,2}){0,3}(?: \\d{1,9})?"),
          form(
              "yyyy MMM d",
              YEAR + "\\.?[ -]+" + MONTH + "[ -]+(?<d>\\d{1,2})\\.?" + WEEKDAY_BEHIND + TIME),
          form(
              "yyyy\u5E74M\u6708d\u65E5",
              YEAR
                  + "\\s?[\u5E74\uB144]\\s?(?<m>\\d{1,2})\\s?[\u6708\uC6D4]\\s?(?<d>\\d{1,2})\\s?[\u65E5\uC77C]"
                  + "(?<time>\\s*\\d{1,2}:\\d{2}.*)?(?:\\D.*)?"),
          form(
              "MMM d, yyyy",
              WEEKDAY + MONTH + "\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + YEAR + TIME),
          form(
              "d MMM yyyy",
              WEEKDAY
                  + "(?:ng\u00E0y )?(?<d>\\d{1,2}) th\u00E1ng (?<m>\\d{1,2})(?:,| n\u0103m) "
                  + YEAR
                  + TIME),
          form(
              "EEE MMM d HH:mm:ss Z yyyy",
              WEEKDAY
                  + MONTH
                  + "\\s+(?<d>\\d{1,2})\\s+(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?.*)\\s+"
                  + YEAR),
          form(
              "d.M.yyyy",
              "(?:\\p{L}[\\p{L}-]{1,12}\\.?,?\\s+)?(?<d>\\d{1,2})\\.\\s?(?<m>\\d{1,2})\\.\\s?(?<y>\\d{4}|\\d{2})"
                  + TIME));

  private static final Pattern EITHER =
      Pattern.compile(
          WEEKDAY + "(?<a>\\d{1,2})(?<s>[-/])(?<b>\\d{1,2})\\k<s>(?<y>\\d{4}|(?<=/)\\d{2})" + TIME);
  private static final Pattern TIME_FIRST =
      Pattern.compile(
          "(\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s*[AaPp]\\.?[Mm]\\.?)?(?:\\s+\\p{Lu}{1,4})?),?\\s+(\\S.*\\d.*)");
  private static final Pattern LABELLED =
      Pattern.compile(
          "\\p{L}[\\p{L} ]{1,30}(?::\\s*|\\s(?:on|am|vom|le|el|il|em|op)\\s+)(\\S.*)"
              + "|(?i:(?:first )?(?:published|posted|created))\\s+(\\S.*)");

  /** Without a word boundary, which from Java 19 on is one of ASCII. */
  private static final Pattern FOLLOWED =
      Pattern.compile(
          "([^|\u2022\u00B7]{6,50}?)[,.;]?\\s*(?:[|\u2022\u00B7]|(?:[-\u2013] )?(?<![\\p{L}\\p{N}])(?iu:(?:last |ultimo |\u00faltima )?"
              + "(?:updated|modified|edited|mis \u00e0 jour|modifi\u00e9|aggiornat|aggiornamento|actualiza"
              + "|atualiza|aktualisiert|bijgewerkt|g\u00fcncelle))).*");

  private static final Pattern ELEMENT = Pattern.compile("<.*?\\bdatetime=[\"']([^\"']+)[\"'].*");

  /** A day, and how it was written. */
  record Dated(LocalDate day, String form) {}

  private DateForms() {}

  private static Form form(String name, String regex) {
    return new Form(name, Pattern.compile(regex));
  }

  /**
   * The day that a text names; empty if it is in none of the forms.
   *
   * @throws DateTimeException if it is in one, but there is no such day
   */
  static Optional<Dated> read(String text, ZoneId zone, DateOrder order) {
    for (Form form : FORMS) {
      Matcher parts = form.pattern.matcher(text);
      if (parts.matches()) {
        Optional<Integer> month = month(parts.group("m"));
        if (month.isPresent()) {
          return dated(parts, month.get(), Integer.parseInt(parts.group("d")), form.name, zone);
        }
      }
    }
    Matcher either = EITHER.matcher(text);
    if (either.matches()) {
      return inOrder(either, zone, order);
    }
    Matcher timeFirst = TIME_FIRST.matcher(text);
    if (timeFirst.matches() && !TIME_FIRST.matcher(timeFirst.group(2)).matches()) {
      return read(timeFirst.group(2) + " " + timeFirst.group(1), zone, order);
    }
    return NumberedDates.sinceEpoch(text, zone);
  }

  /**
   * The day that the text of a field for dates names: also with words around it, and as a number of
   * days, which elsewhere may mean anything.
   *
   * @throws DateTimeException as {@link #read} does
   */
  static Optional<Dated> readField(String text, ZoneId zone, DateOrder order) {
    return NumberedDates.ofSpreadsheet(text)
        .or(() -> read(text, zone, order))
        .or(() -> IsoDays.read(text))
        .or(
            () ->
                Stream.of(ELEMENT, FOLLOWED, LABELLED)
                    .flatMap(around -> inside(around, text).stream())
                    .flatMap(
                        part -> Stream.concat(Stream.of(part), inside(LABELLED, part).stream()))
                    .flatMap(part -> read(part, zone, order).stream())
                    .findFirst());
  }

  /** What a text has words around. */
  private static Optional<String> inside(Pattern around, String text) {
    Matcher words = around.matcher(text);
    return words.matches()
        ? IntStream.rangeClosed(1, words.groupCount())
            .mapToObj(words::group)
            .filter(Objects::nonNull)
            .findFirst()
        : Optional.empty();
  }

  /** Whether a text is a date in two ways. */
  static boolean isAmbiguous(String text) {
    Matcher either = EITHER.matcher(text);
    if (!either.matches()) {
      return false;
    }
    int a = Integer.parseInt(either.group("a"));
    int b = Integer.parseInt(either.group("b"));
    return a != b && a >= 1 && b >= 1 && a <= 12 && b <= 12;
  }

  private static Optional<Integer> month(String name) {
    return Character.isDigit(name.charAt(0))
        ? Optional.of(Integer.valueOf(name))
        : MonthNames.month(name);
  }

  private static Optional<Dated> dated(
      Matcher parts, int month, int day, String form, ZoneId zone) {
    int year = year(parts.group("y"));
    Calendars calendar = Calendars.of(year);
    LocalDate date = calendar.day(year, month, day);
    String time = parts.group("time");
    if (time == null) {
      return Optional.of(new Dated(date, form + calendar.suffix()));
    }
    return ClockTime.read(time)
        .map(
            clock ->
                new Dated(
                    clock.day(date, zone),
                    (form.contains("H") ? form : form + (clock.zoned() ? " time zone" : " time"))
                        + calendar.suffix()));
  }

  /** Of two digits, as POSIX has it: 68 is 2068, 69 is 1969. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() > 2 ? year : year + (year < 69 ? 2000 : 1900);
  }

  private static Optional<Dated> inOrder(Matcher parts, ZoneId zone, DateOrder order) {
    int a = Integer.parseInt(parts.group("a"));
    int b = Integer.parseInt(parts.group("b"));
    boolean open = isAmbiguous(parts.group());
    if (open && order == DateOrder.OPEN) {
      return Optional.empty();
    }
    String slash = parts.group("s");
    if (a == b) {
      return dated(parts, a, b, DateOrder.EQUAL, zone);
    }
    return a > 12 || open && order == DateOrder.DAY_FIRST
        ? dated(parts, b, a, "d" + slash + "M" + slash + "yyyy", zone)
        : dated(parts, a, b, "M" + slash + "d" + slash + "yyyy", zone);
  }
}
