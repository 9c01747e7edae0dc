package dev.broadsheet.dates;

import dev.broadsheet.dates.DateForms.Dated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days that programs count: since 1970, and as spreadsheets do. */
final class NumberedDates {
  /** Days since 1899-12-30, of 1982 to 2064. */
  private static final Pattern SERIAL = Pattern.compile("([3-5]\\d{4})(?:[.,]\\d{1,12})?");

  private static final LocalDate SPREADSHEETS = LocalDate.of(1899, 12, 30);
  private static final Pattern EPOCH = Pattern.compile("(-?\\d{9,19})(?:\\.\\d+)?");

  /** As .NET writes a moment into JSON. */
  private static final Pattern DOT_NET =
      Pattern.compile("\\\\?/Date\\((-?\\d{1,17})(?:[+-]\\d{4})?\\)\\\\?/");

  private NumberedDates() {}

  /**
   * The day in a zone of seconds, milliseconds, microseconds or nanoseconds since 1970, which are
   * told apart by how many digits they have; empty if a text is no such number.
   */
  static Optional<Dated> sinceEpoch(String text, ZoneId zone) {
    Matcher dotNet = DOT_NET.matcher(text);
    if (dotNet.matches()) {
      return day(Long.parseLong(dotNet.group(1)), 1_000, "milliseconds", zone);
    }
    Matcher epoch = EPOCH.matcher(text);
    return epoch.matches() ? day(epoch.group(1), zone) : Optional.empty();
  }

  /** A number of days, which may mean anything where no date is expected. */
  static Optional<Dated> ofSpreadsheet(String text) {
    Matcher serial = SERIAL.matcher(text);
    return serial.matches()
        ? Optional.of(
            new Dated(
                SPREADSHEETS.plusDays(Integer.parseInt(serial.group(1))), "days of a spreadsheet"))
        : Optional.empty();
  }

  private static Optional<Dated> day(String digits, ZoneId zone) {
    long value = Long.parseLong(digits);
    int length = digits.replace("-", "").length();
    if (length <= 11) {
      return day(value, 1, "seconds", zone);
    }
    if (length <= 14) {
      return day(value, 1_000, "milliseconds", zone);
    }
    return length <= 17
        ? day(value, 1_000_000, "microseconds", zone)
        : day(value, 1_000_000_000, "nanoseconds", zone);
  }

  private static Optional<Dated> day(long value, long aSecond, String unit, ZoneId zone) {
    Instant moment = Instant.ofEpochSecond(Math.floorDiv(value, aSecond));
    return Optional.of(new Dated(LocalDate.ofInstant(moment, zone), unit + " since 1970"));
  }
}
