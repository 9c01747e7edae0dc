package dev.broadsheet.articles;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The day that a text names, in the forms of {@link DateForms} and in those that the user gives. A
 * moment with a time zone falls on a day of the run's zone.
 */
public final class Dates implements Serializable {
  private static final long serialVersionUID = 1;

  /** What is known without options: days of UTC. */
  public static final Dates STANDARD = of(List.of(), ZoneOffset.UTC);

  /** Years outside of this range are slips of the pen. */
  private static final int FIRST_YEAR = 1600;

  private static final int LAST_YEAR = 2199;

  /** What programs write that have no date. */
  private static final Pattern ZERO = Pattern.compile("0000-00-00.*|0001-01-01([T ].*)?|0");

  /**
   * What a text says.
   *
   * @param day empty if it says that there is none, or is wrong
   * @param form how it is written, as a pattern; empty if there is no day
   * @param problem why it is no date; empty if it is one, or says that there is none
   */
  record Reading(Optional<LocalDate> day, String form, String problem) {}

  private final List<DatePattern> patterns;
  private final String zone;

  private Dates(List<DatePattern> patterns, String zone) {
    this.patterns = patterns;
    this.zone = zone;
  }

  /**
   * Dates of further forms.
   *
   * @param patterns as {@link java.time.format.DateTimeFormatter} takes them; they come before all
   *     others
   * @param zone whose days are meant where a time has a zone
   * @throws IllegalArgumentException if one is no pattern
   */
  public static Dates of(List<String> patterns, ZoneId zone) {
    return new Dates(patterns.stream().map(DatePattern::new).toList(), zone.getId());
  }

  /** The zone whose days are meant. */
  String zone() {
    return zone;
  }

  /** Reads a text without white space around it. */
  Reading read(String text) {
    if (text == null || text.isEmpty() || ZERO.matcher(text).matches()) {
      return new Reading(Optional.empty(), "", "");
    }
    for (DatePattern pattern : patterns) {
      Optional<LocalDate> day = pattern.read(text, ZoneId.of(zone));
      if (day.isPresent()) {
        return inRange(new DateForms.Dated(day.get(), pattern.pattern()), text);
      }
    }
    try {
      return DateForms.read(text, ZoneId.of(zone))
          .map(dated -> inRange(dated, text))
          .orElseGet(() -> wrong(text));
    } catch (DateTimeException e) {
      return wrong(text);
    }
  }

  private static Reading inRange(DateForms.Dated dated, String text) {
    int year = dated.day().getYear();
    return year < FIRST_YEAR || year > LAST_YEAR
        ? wrong(text)
        : new Reading(Optional.of(dated.day()), dated.form(), "");
  }

  private static Reading wrong(String text) {
    String start = text.length() > 100 ? text.substring(0, 100) : text;
    return new Reading(
        Optional.empty(),
        "",
        start
            + (DateForms.isAmbiguous(text)
                ? " may be day and month or month and day; say --date-format dd/MM/yyyy or the like"
                : " is not a date (yyyyMMdd or yyyy-MM-dd)"));
  }
}
