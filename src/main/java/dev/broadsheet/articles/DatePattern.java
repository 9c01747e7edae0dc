package dev.broadsheet.articles;

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
import java.util.stream.Stream;

/** How days are written, as the user says it; names of months in any of seven languages. */
final class DatePattern implements Serializable {
  private static final long serialVersionUID = 1;
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl");

  private final String pattern;
  private transient List<DateTimeFormatter> formatters;

  /** A pattern that is none is refused. */
  DatePattern(String pattern) {
    this.pattern = pattern;
    formatter(Locale.ENGLISH);
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
