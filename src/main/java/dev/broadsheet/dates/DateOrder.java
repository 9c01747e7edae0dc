package dev.broadsheet.dates;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * In which order day and month stand in dates such as 03/04/2024. Where the other dates of an
 * archive, a file or a source allow one order only, all of them are in it.
 */
public enum DateOrder {
  /** Nobody knows: such dates are none. */
  OPEN,
  /** As most of the world writes. */
  DAY_FIRST,
  /** As the United States write. */
  MONTH_FIRST;

  /** The form of dates that may be in either order. */
  static final String EITHER = "d/M/yyyy or M/d/yyyy";

  /** The form of dates that are the same in both orders. */
  static final String EQUAL = "d/M/yyyy as M/d/yyyy";

  /** So many dates of a certain order, for each that is open, settle it. */
  static final double CERTAIN = 0.1;

  /** Forms in which the day certainly stands first. */
  static final String DAY_CERTAIN = "^d[/-]M[/-](?!yyyy (?:or|as) M)";

  /** Forms in which the month certainly stands first. */
  static final String MONTH_CERTAIN = "^M[/-]d[/-]";

  private static final Pattern DAY = Pattern.compile(DAY_CERTAIN);
  private static final Pattern MONTH = Pattern.compile(MONTH_CERTAIN);

  /**
   * The order that an archive's dates are in.
   *
   * @param forms how many records have dates of a form
   * @return empty where no date is open, or where the others do not settle it
   */
  public static Optional<DateOrder> of(Map<String, Long> forms) {
    long open = forms.getOrDefault(EITHER, 0L);
    long dayFirst = count(forms, DAY);
    long monthFirst = count(forms, MONTH);
    if (open == 0
        || Math.min(dayFirst, monthFirst) > 0
        || Math.max(dayFirst, monthFirst) < CERTAIN * open) {
      return Optional.empty();
    }
    return Optional.of(dayFirst > 0 ? DAY_FIRST : MONTH_FIRST);
  }

  /** Whether a form tells which of day and month stands first. */
  static boolean isCertain(String form) {
    return DAY.matcher(form).find() || MONTH.matcher(form).find();
  }

  private static long count(Map<String, Long> forms, Pattern certain) {
    return forms.entrySet().stream()
        .filter(form -> certain.matcher(form.getKey()).find())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
