package dev.broadsheet.runs;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/** What runs are called. */
public final class RunId {
  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private RunId() {}

  /** The id of a run that starts now: {@code 2026-11-23T020000Z}. */
  public static String of(Instant start) {
    return RUN_ID.format(start);
  }

  /** Whether a run may be called so: letters, digits, dots, dashes, underscores. */
  public static boolean is(String name) {
    return NAME.matcher(name).matches();
  }
}
