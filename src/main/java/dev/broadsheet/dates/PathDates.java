package dev.broadsheet.dates;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days in the paths of files: {@code 2024/03/05/a.json}, {@code 2024-03-05/a.json}, {@code
 * 2024-03-05.json}, {@code 2024-03-05-river-floods.txt}. They are the articles' where the files of
 * an input name several days; one alone may be that of a download.
 */
public final class PathDates implements Serializable {
  private static final long serialVersionUID = 1;

  private static final String YEAR = "((?:19|20)\\d\\d)";
  private static final String MONTH = "(0[1-9]|1[0-2])";
  private static final String DAY = "(0[1-9]|[12]\\d|3[01])";

  /** A day in one name. */
  private static final Pattern NAMED =
      Pattern.compile("(?<![\\d.])%s([-_.]?)%s\\2%s(?!\\d)".formatted(YEAR, MONTH, DAY));

  /** A folder of the year, one of the month, and the day as a folder or a file. */
  private static final Pattern NESTED =
      Pattern.compile("/%s/%s/%s(?=[/.]|$)".formatted(YEAR, MONTH, DAY));

  private final boolean several;

  private PathDates(boolean several) {
    this.several = several;
  }

  /** Of the files of an input. */
  public static PathDates of(Collection<String> files) {
    Set<LocalDate> days = new HashSet<>();
    for (String file : files) {
      named(file).ifPresent(days::add);
      if (days.size() > 1) {
        return new PathDates(true);
      }
    }
    return new PathDates(false);
  }

  /** The day of a file's articles; empty if its path does not say it. */
  public Optional<LocalDate> day(String file) {
    return several ? named(file) : Optional.empty();
  }

  /** The day that stands last in a path. */
  private static Optional<LocalDate> named(String file) {
    Optional<LocalDate> last = Optional.empty();
    int at = -1;
    Matcher named = NAMED.matcher(file);
    while (named.find()) {
      last = day(named.group(1), named.group(3), named.group(4));
      at = named.start();
    }
    Matcher nested = NESTED.matcher(file);
    while (nested.find()) {
      if (nested.start() > at) {
        last = day(nested.group(1), nested.group(2), nested.group(3));
      }
    }
    return last;
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
