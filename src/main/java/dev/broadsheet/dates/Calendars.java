package dev.broadsheet.dates;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The calendar that a year is of: years of news in the Gregorian calendar, in the Buddhist era of
 * Thailand and in the solar calendar of Iran have nothing in common, so a year tells.
 */
enum Calendars {
  GREGORIAN(""),
  BUDDHIST(" of the Buddhist era"),
  PERSIAN(" of the Persian calendar");

  private static final int BUDDHIST_ERA = 543;
  private static final int FIRST_BUDDHIST = 1800 + BUDDHIST_ERA;
  private static final int LAST_BUDDHIST = 2199 + BUDDHIST_ERA;

  /** The first and last year of which a leap year is every fourth, but the 33rd after the 29th. */
  private static final int FIRST_PERSIAN = 1343;

  private static final int LAST_PERSIAN = 1419;

  private static final int CYCLE = 33;
  private static final int YEARS_BEFORE = 1595;
  private static final int LONG_MONTHS = 6;

  /** Days from the beginning of the cycles to 1970. */
  private static final long DAYS_BEFORE = 1_075_195;

  private final String name;

  Calendars(String name) {
    this.name = name;
  }

  /** What is said behind the form of a date; empty for the one that needs no word. */
  String suffix() {
    return name;
  }

  static Calendars of(int year) {
    if (year >= FIRST_BUDDHIST && year <= LAST_BUDDHIST) {
      return BUDDHIST;
    }
    return year >= FIRST_PERSIAN && year <= LAST_PERSIAN ? PERSIAN : GREGORIAN;
  }

  /**
   * The day.
   *
   * @throws DateTimeException if there is none
   */
  LocalDate day(int year, int month, int day) {
    return switch (this) {
      case GREGORIAN -> LocalDate.of(year, month, day);
      case BUDDHIST -> LocalDate.of(year - BUDDHIST_ERA, month, day);
      case PERSIAN -> persian(year, month, day);
    };
  }

  private static LocalDate persian(int year, int month, int day) {
    boolean isLong = month <= LONG_MONTHS;
    if (month < 1 || month > 12 || day < 1 || day > (isLong ? 31 : 30)) {
      throw new DateTimeException("no day of the Persian calendar");
    }
    LocalDate found = newYear(year).plusDays(30L * (month - 1) + Math.min(month - 1, 6) + day - 1);
    if (!found.isBefore(newYear(year + 1))) {
      throw new DateTimeException("no leap year of the Persian calendar");
    }
    return found;
  }

  private static LocalDate newYear(int year) {
    int years = year + YEARS_BEFORE;
    long leapDays = (long) years / CYCLE * 8 + (years % CYCLE + 3) / 4;
    return LocalDate.ofEpochDay(365L * years + leapDays - DAYS_BEFORE);
  }
}
