package dev.broadsheet.stories;

import java.util.regex.Pattern;

/**
 * Messages that answer others: their subject begins with "Re:" (RFC 5322, 3.6.5), perhaps behind
 * the name of a list. A reply quotes what it answers, and is no reprint of it.
 */
final class Replies {
  /** With the abbreviations of other languages' mail programs, and counters: "Re[2]:". */
  private static final Pattern SUBJECT =
      Pattern.compile(
          "\\s*(\\[[^\\]]*\\]\\s*)*(?i:re|aw|antw|sv|rif|odp)(\\[\\d+\\]|\\^\\d+)?\\s*:.*",
          Pattern.DOTALL);

  private Replies() {}

  /** Whether the article of a title is one. */
  static boolean are(String title) {
    return SUBJECT.matcher(title).matches();
  }
}
