package dev.broadsheet.dates;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two rarer forms of a day in ISO 8601: of a week, 2021-W01-2, and of a year, 2021-005. */
final class IsoDays {
  private static final Pattern OF_WEEK = Pattern.compile("(\\d{4})-?(W\\d{2})-?(\\d)");
  private static final Pattern OF_YEAR = Pattern.compile("\\d{4}-\\d{3}");

  private IsoDays() {}

  /**
   * The day that a text names; empty if it is in neither form.
   *
   * @throws java.time.DateTimeException if it is in one, but there is no such day
   */
  static Optional<DateForms.Dated> read(String text) {
    Matcher week = OF_WEEK.matcher(text);
    if (week.matches()) {
      String dashed = String.join("-", week.group(1), week.group(2), week.group(3));
      return Optional.of(
          new DateForms.Dated(
              LocalDate.parse(dashed, DateTimeFormatter.ISO_WEEK_DATE), "days of a week"));
    }
    return OF_YEAR.matcher(text).matches()
        ? Optional.of(
            new DateForms.Dated(
                LocalDate.parse(text, DateTimeFormatter.ISO_ORDINAL_DATE), "days of a year"))
        : Optional.empty();
  }
}
