package dev.broadsheet.dates;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Days from {@code first} to {@code last}, both included. */
public record DateRange(LocalDate first, LocalDate last) implements Serializable {

  /** A range that cannot be is refused. */
  public DateRange {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(first + " is after " + last);
    }
  }

  /**
   * Reads {@code 2026-01-01..2026-01-31}.
   *
   * @throws IllegalArgumentException if it is not that, or ends before it begins
   */
  public static DateRange parse(String text) {
    String[] days = text.split("\\.\\.", -1);
    if (days.length != 2) {
      throw new IllegalArgumentException(text);
    }
    try {
      return new DateRange(LocalDate.parse(days[0].strip()), LocalDate.parse(days[1].strip()));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** How many days. */
  public long days() {
    return last.toEpochDay() - first.toEpochDay() + 1;
  }

  /** Whether a day is in both. */
  public boolean overlaps(DateRange other) {
    return !first.isAfter(other.last) && !other.first.isAfter(last);
  }

  /** Whether a day is in it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  @Override
  public String toString() {
    return first + ".." + last;
  }
}
