package dev.broadsheet.articles.records;

import java.util.Set;

/** What programs write into a field that have nothing to write. */
public final class NoValue {
  private static final Set<String> TEXTS =
      Set.of(
          "None",
          "none",
          "null",
          "NULL",
          "Null",
          "nan",
          "NaN",
          "NAN",
          "NaT",
          "N/A",
          "n/a",
          "NA",
          "<NA>",
          "undefined",
          "\\N",
          "-",
          "--",
          "\u2013",
          "&nbsp;",
          "[deleted]",
          "[Deleted]",
          "[removed]",
          "[Removed]",
          "{}",
          "[]");

  private static final int MOST_LETTERS = 16;

  private NoValue() {}

  /** Whether a text only says that there is none; long texts are not asked. */
  public static boolean isWritten(String text) {
    return text != null && text.length() <= MOST_LETTERS && TEXTS.contains(text.trim());
  }
}
