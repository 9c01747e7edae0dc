package dev.broadsheet.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where agencies write who reports from where, in front of the text: "KABUL (Reuters) - ", "AP - ".
 * The place is a word of the text, the agency is none. Without a place only known agencies are:
 * "NASA - " is what a text is about.
 */
final class Datelines {
  private static final Pattern DATELINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(?<place>\\p{Lu}[\\p{Lu} .'/-]{2,30}(?:, ?\\p{L}[\\p{L} .]{1,20})?)"
              + "(?:, \\p{L}{3,9}\\.? \\d{1,2})?\\s*\\((?<agency>[^()\\n]{2,24})\\)|(?<alone>AAP|AFP|ANI|ANP|ANSA|AP|APA|ATS|DPA|EFE|Efe|IANS|KNA|NTB|PTI|SDA|SID|TASS|UPI|Reuters|Bloomberg|Xinhua|Interfax|dpa|ots))"
              + "\\s*(?:--?|–|—)\\s");

  private final Matcher matcher;
  private boolean more;

  Datelines(String text) {
    matcher = DATELINE.matcher(text);
    more =
        (text.indexOf(" -") >= 0 || text.indexOf('–') >= 0 || text.indexOf('—') >= 0)
            && matcher.find();
  }

  /** Whether the word at this place is an agency; places are asked for in their order. */
  boolean isAgency(int place) {
    return isIn("agency", place) || isIn("alone", place);
  }

  /** Whether the word at this place is where a report is from. */
  boolean isPlace(int place) {
    return isIn("place", place);
  }

  private boolean isIn(String group, int place) {
    while (more && matcher.end() <= place) {
      more = matcher.find();
    }
    return more && matcher.start(group) <= place && place < matcher.end(group);
  }

  /** "Kabul" for "KABUL". */
  static String name(String capitals) {
    return capitals.substring(0, 1) + capitals.substring(1).toLowerCase(Locale.ROOT);
  }
}
