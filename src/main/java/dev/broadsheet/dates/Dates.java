package dev.broadsheet.dates;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private static final Pattern ZERO =
      Pattern.compile("0000-00-00.*|(?:0001-01-01|9999-12-31|1899-12-30)(?:[T ].*)?|0");

  /**
   * What a text says.
   *
   * @param day empty if it says that there is none, or is wrong
   * @param form how it is written, as a pattern; empty if that is not known
   * @param problem why it is no date; empty if it is one, or says that there is none
   */
  public record Reading(Optional<LocalDate> day, String form, String problem) {}

  private final List<DatePattern> patterns;
  private final String zone;
  private final DateOrders orders;

  private Dates(List<DatePattern> patterns, String zone, DateOrders orders) {
    this.patterns = patterns;
    this.zone = zone;
    this.orders = orders;
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
    return new Dates(
        patterns.stream().map(DatePattern::new).toList(), zone.getId(), DateOrders.OPEN);
  }

  /** The same, where it is known in which order day and month stand. */
  public Dates inOrder(DateOrders known) {
    return new Dates(patterns, zone, known);
  }

  /** In which order day and month stand, as far as that is known. */
  public DateOrders orders() {
    return orders;
  }

  /** The day that a text names in any form that is known without options; empty if it is none. */
  public static Optional<LocalDate> day(String text) {
    return STANDARD.read(text).day();
  }

  /** The zone whose days are meant. */
  public String zone() {
    return zone;
  }

  /** Whether a text names a day, be it one of two. */
  public boolean isDate(String text) {
    Reading read = read(text);
    return read.day().isPresent() || read.form().equals(DateOrder.EITHER);
  }

  /** The same of the text of a field for dates, which may have words around it. */
  public boolean isDateOfField(String text) {
    Reading read = read(text, zone -> DateForms.readField(plain(text), zone, orders.input()));
    return read.day().isPresent() || read.form().equals(DateOrder.EITHER);
  }

  /** Reads a text without white space around it. */
  public Reading read(String text) {
    return read(text, zone -> DateForms.read(plain(text), zone, orders.input()));
  }

  /** Reads the date of a record of a file and a source, which may be null. */
  public Reading read(String text, String file, String source) {
    DateOrder order = orders.of(file, source);
    return read(text, zone -> DateForms.readField(plain(text), zone, order));
  }

  private static String plain(String written) {
    return written == null ? "" : withPlainDigits(written);
  }

  private Reading read(String written, Function<ZoneId, Optional<DateForms.Dated>> forms) {
    String text = plain(written);
    if (text.isEmpty() || ZERO.matcher(text).matches()) {
      return new Reading(Optional.empty(), "", "");
    }
    for (DatePattern pattern : patterns) {
      Optional<LocalDate> day = pattern.read(text, ZoneId.of(zone));
      if (day.isPresent()) {
        return inRange(new DateForms.Dated(day.get(), pattern.pattern()), text);
      }
    }
    try {
      return forms
          .apply(ZoneId.of(zone))
          .map(dated -> inRange(dated, text))
          .orElseGet(() -> wrong(text));
    } catch (DateTimeException e) {
      return wrong(text);
    }
  }

  /** The same with 0 to 9 for the digits of all scripts, such as \u0662\u0660\u0662\u0664. */
  private static String withPlainDigits(String text) {
    if (text.chars().noneMatch(c -> c > '9' && Character.isDigit(c))) {
      return text;
    }
    var plain = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return plain.toString();
  }

  private static Reading inRange(DateForms.Dated dated, String text) {
    int year = dated.day().getYear();
    return year < FIRST_YEAR || year > LAST_YEAR
        ? wrong(text)
        : new Reading(Optional.of(dated.day()), dated.form(), "");
  }

  private static Reading wrong(String text) {
    String start = text.length() > 100 ? text.substring(0, 100) : text;
    boolean open = DateForms.isAmbiguous(text);
    return new Reading(
        Optional.empty(),
        open ? DateOrder.EITHER : "",
        start
            + (open
                ? " may be day and month or month and day; say --date-format dd/MM/yyyy or the like"
                : " is not a date (yyyyMMdd or yyyy-MM-dd)"));
  }
}
