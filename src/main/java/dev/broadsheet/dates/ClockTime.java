package dev.broadsheet.dates;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time behind a date.
 *
 * @param zone the zone that it is of; empty where none is written, or one that is not known: then
 *     the day is the one that is written
 */
record ClockTime(LocalTime time, Optional<ZoneId> zone) {
  /** What may stand between a date and its time: "at", "um", "a las", a dash, "|". */
  static final String BEFORE = "(?:[-|\u2013\u2014\u00B7]\\s+)?(?:\\p{L}{1,4}\\.?\\s+){0,2}";

  private static final Pattern TIME =
      Pattern.compile(
          "(?:T|[,\u060C]?\\s*"
              + BEFORE
              + ")(\\d{1,2})[:h.]?(\\d{2})?(?:[:.]?(\\d{2})(?:[.,]\\d{1,9})?)?"
              + "\\s*([AaPp])?\\.?\\s?(?:[Mm](?![\\p{L}\\p{N}_])\\.?)?\\s*(\\S.*)?");
  private static final Pattern OFFSET =
      Pattern.compile("\\(?(?:UTC|GMT)?([+-])(\\d{1,2})(?::?(\\d{2}))?\\)?(?:\\s*[\\[(].*)?");
  private static final Pattern WORDS = Pattern.compile("[A-Za-z_/+-]{1,32}\\d?");

  /** The abbreviations that RFC 822 and European feeds use; most others mean several zones. */
  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("Z", 0),
          Map.entry("UT", 0),
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("WET", 0),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("CET", 1),
          Map.entry("CEST", 2),
          Map.entry("EET", 2),
          Map.entry("EEST", 3));

  /** Reads it; empty if this is no time. */
  static Optional<ClockTime> read(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(parts.group(1));
    if (parts.group(4) != null) {
      boolean afternoon = parts.group(4).equalsIgnoreCase("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int minute = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
    int second = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    LocalTime time = LocalTime.of(hour % 24, minute, Math.min(second, 59));
    String zone = parts.group(5) == null ? "" : parts.group(5).strip();
    if (zone.isEmpty()) {
      return Optional.of(new ClockTime(time, Optional.empty()));
    }
    Optional<ZoneId> known = zone(zone);
    return known.isPresent() || WORDS.matcher(zone).matches()
        ? Optional.of(new ClockTime(time, known))
        : Optional.empty();
  }

  private static Optional<ZoneId> zone(String text) {
    Matcher offset = OFFSET.matcher(text);
    if (offset.matches()) {
      int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
      int seconds = 60 * (60 * Integer.parseInt(offset.group(2)) + minutes);
      return Optional.of(
          ZoneOffset.ofTotalSeconds(offset.group(1).equals("-") ? -seconds : seconds));
    }
    Integer hours = HOURS.get(text.toUpperCase(Locale.ROOT));
    if (hours != null) {
      return Optional.of(ZoneOffset.ofHours(hours));
    }
    try {
      return text.contains("/") ? Optional.of(ZoneId.of(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  boolean zoned() {
    return zone.isPresent();
  }

  /** The day on which this time of a date falls, in a zone. */
  LocalDate day(LocalDate date, ZoneId asked) {
    return zone.map(z -> date.atTime(time).atZone(z).withZoneSameInstant(asked).toLocalDate())
        .orElse(date);
  }
}
