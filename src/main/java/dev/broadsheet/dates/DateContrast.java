package dev.broadsheet.dates;

/** Two ranges of days without a common one, whose news is compared. */
public record DateContrast(DateRange a, DateRange b) {

  /** Ranges that overlap are refused. */
  public DateContrast {
    if (a.overlaps(b)) {
      throw new IllegalArgumentException(a + " and " + b + " have days in common");
    }
  }

  /**
   * Reads {@code 2026-01-01..2026-01-31:2026-02-01..2026-02-28}.
   *
   * @throws IllegalArgumentException if it is not that, or the ranges overlap
   */
  public static DateContrast parse(String text) {
    String[] ranges = text.split(":", -1);
    if (ranges.length != 2) {
      throw new IllegalArgumentException(text);
    }
    return new DateContrast(DateRange.parse(ranges[0]), DateRange.parse(ranges[1]));
  }

  @Override
  public String toString() {
    return a + ":" + b;
  }
}
