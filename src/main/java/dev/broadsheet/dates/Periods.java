package dev.broadsheet.dates;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Into what periods the articles fall.
 *
 * @param dates the days from the first article to the last; empty if none has a date
 */
public record Periods(Period period, Optional<DateRange> dates) {

  /**
   * The periods of articles.
   *
   * @param asked the length; empty for the one that suits the dates
   */
  public static Periods of(Optional<Period> asked, Optional<DateRange> dates) {
    Period suiting = dates.map(Period::suiting).orElse(Period.DAY);
    return new Periods(asked.orElse(suiting), dates);
  }

  /** The first day of the last period, even if that begins before the first article. */
  public Optional<LocalDate> last() {
    return dates.map(range -> period.start(range.last()));
  }
}
