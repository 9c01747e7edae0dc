package dev.broadsheet.dates;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How days are written, as the user says it; names of months in any of seven languages. */
final class DatePattern implements Serializable {
  private static final long serialVersionUID = 1;
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

  private static final Pattern QUOTED = Pattern.compile("'[^']*'");

  private final String pattern;
  private transient List<DateTimeFormatter> formatters;

  /**
   * A pattern of days.
   *
   * @throws IllegalArgumentException if it is no pattern, or has letters of something else than is
   *     meant: in {@code DD/mm/YYYY} the day is one of the year, and the month are minutes
   */
  DatePattern(String pattern) {
    this.pattern = pattern;
    String letters = QUOTED.matcher(pattern).replaceAll("");
    boolean meant =
        has(letters, "yuY")
            && (has(letters, "HhKk") || !has(letters, "m"))
            && (has(letters, "wW") || !has(letters, "Y"))
            && !(has(letters, "D") && has(letters, "ML"));
    if (!meant) {
      throw new IllegalArgumentException(pattern);
    }
    formatter(Locale.ENGLISH);
  }

  private static boolean has(String pattern, String letters) {
    return letters.chars().anyMatch(letter -> pattern.indexOf(letter) >= 0);
  }

  String pattern() {
    return pattern;
  }

  /** The day of a text; empty if it is not written so. */
  Optional<LocalDate> read(String text, ZoneId zone) {
    if (formatters == null) {
      Stream<String> languages =
          pattern.contains("MMM") || pattern.contains("E")
              ? LANGUAGES.stream()
              : LANGUAGES.stream().limit(1);
      formatters = languages.map(language -> formatter(Locale.forLanguageTag(language))).toList();
    }
    return formatters.stream().flatMap(f -> read(f, text, zone).stream()).findFirst();
  }

  private DateTimeFormatter formatter(Locale locale) {
    var builder = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern);
    if (pattern.matches("[^DwWeQ]*")) {
      builder
          .parseDefaulting(ChronoField.MONTH_OF_YEAR, 1)
          .parseDefaulting(ChronoField.DAY_OF_MONTH, 1);
    }
    return builder.toFormatter(locale);
  }

  private static Optional<LocalDate> read(DateTimeFormatter formatter, String text, ZoneId zone) {
    try {
      TemporalAccessor read = formatter.parse(text);
      return Optional.of(
          read.isSupported(ChronoField.INSTANT_SECONDS)
              ? LocalDate.ofInstant(Instant.from(read), zone)
              : LocalDate.from(read));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
