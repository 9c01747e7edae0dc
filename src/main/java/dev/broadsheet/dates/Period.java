package dev.broadsheet.dates;

import static org.apache.spark.sql.functions.trunc;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** The length of time whose news is compared with that before. Weeks are those of ISO 8601. */
public enum Period {
  DAY {
    @Override
    public Column start(Column day) {
      return day;
    }

    @Override
    public LocalDate start(LocalDate day) {
      return day;
    }

    @Override
    public String name(LocalDate day) {
      return day.toString();
    }
  },
  /** Monday to Sunday. */
  WEEK {
    @Override
    public Column start(Column day) {
      return trunc(day, "week");
    }

    @Override
    public LocalDate start(LocalDate day) {
      return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    @Override
    public String name(LocalDate day) {
      return "%d-W%02d"
          .formatted(
              day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  },
  MONTH {
    @Override
    public Column start(Column day) {
      return trunc(day, "month");
    }

    @Override
    public LocalDate start(LocalDate day) {
      return day.withDayOfMonth(1);
    }

    @Override
    public String name(LocalDate day) {
      return YearMonth.from(day).toString();
    }
  };

  private static final int DAYS_BY_DAY = 14;
  private static final int DAYS_BY_WEEK = 366;

  /**
   * The period that suits the days of the articles: of up to two weeks one asks what is new today,
   * of up to a year what is new this week, of more what is new this month.
   */
  public static Period suiting(DateRange dates) {
    if (dates.days() <= DAYS_BY_DAY) {
      return DAY;
    }
    return dates.days() <= DAYS_BY_WEEK ? WEEK : MONTH;
  }

  /** The period of a name such as {@code week}. */
  public static Optional<Period> ofLabel(String label) {
    return Arrays.stream(values()).filter(period -> period.label().equals(label)).findFirst();
  }

  /** The name in options: {@code week}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the period of each day of a column; null where there is none. */
  public abstract Column start(Column day);

  /** The first day of the period that a day is in. */
  public abstract LocalDate start(LocalDate day);

  /** What people call the period that a day is in: 2026-11-23, 2026-W48 or 2026-11. */
  public abstract String name(LocalDate day);
}
