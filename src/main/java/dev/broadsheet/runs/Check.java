package dev.broadsheet.runs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A check of the audit, which passes if value is at most limit.
 *
 * @param detail in words, whether it passed or not
 */
public record Check(
    String check, Level level, double value, double limit, boolean passed, String detail) {

  /** What a failed check does: an error keeps the run from being published. */
  public enum Level {
    ERROR,
    WARNING;

    /** The name in the table of checks and in the manifest. */
    @JsonValue
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A check whose failure does not keep the run from being published. */
  public static Check warning(String check, double value, double limit, String detail) {
    return of(check, Level.WARNING, value, limit, detail);
  }

  /** A check whose failure keeps the run from being published. */
  public static Check error(String check, double value, double limit, String detail) {
    return of(check, Level.ERROR, value, limit, detail);
  }

  static Check of(String check, Level level, double value, double limit, String detail) {
    return new Check(check, level, value, limit, value <= limit, detail);
  }

  /** In a line, with value and limit. */
  public String said() {
    return "%s: %s, limit %s: %s".formatted(check, number(value), number(limit), detail);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%.3g", value);
  }

  /** Whether it keeps the run from being published. */
  public boolean forbidsPublication() {
    return level == Level.ERROR && !passed;
  }
}
