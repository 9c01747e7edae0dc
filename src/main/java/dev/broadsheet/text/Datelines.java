package dev.broadsheet.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where agencies write who reports from where, in front of the text: "KABUL (Reuters) - ", "AP - ",
 * or behind it: "(Reuters)". The place is a word of the text, the agency is none. Without a place
 * only known agencies are: "NASA - " is what a text is about.
 */
final class Datelines {
  private static final String AGENCIES =
      "AAP|AFP|ANI|ANP|ANSA|AP|APA|ATS|DPA|EFE|Efe|IANS|KNA|NTB|PTI|SDA|"
          + "SID|TASS|UPI|Reuters|Bloomberg|Xinhua|Interfax|dpa|ots";

  /** Behind a headline or a text: "(Reuters)", "(APA, red)". */
  private static final Pattern CREDIT =
      Pattern.compile(
          "(?m)\\((?:[\\p{L}.]{1,12}[,/] ?){0,2}(?<agency>"
              + AGENCIES
              + ")(?:[,/ ][^()\\n]{0,24})?\\)[ \\t]*$");

  private static final Pattern DATELINE =
      Pattern.compile(
          "(?m)^[ \\t]*(?:(?<place>\\p{Lu}[\\p{Lu} .'/-]{2,30}(?:, ?\\p{L}[\\p{L} .]{1,20})?)"
              + "(?:, \\p{L}{3,9}\\.? \\d{1,2})?\\s*\\((?<agency>[^()\\n]{2,24})\\)|(?<alone>"
              + AGENCIES
              + "))"
              + "\\s*(?:--?|–|—)\\s");

  private final Matcher matcher;
  private final Matcher credit;
  private boolean more;
  private boolean moreCredits;

  Datelines(String text) {
    matcher = DATELINE.matcher(text);
    more =
        (text.indexOf(" -") >= 0 || text.indexOf('–') >= 0 || text.indexOf('—') >= 0)
            && matcher.find();
    credit = CREDIT.matcher(text);
    moreCredits = text.indexOf('(') >= 0 && credit.find();
  }

  /** Whether the word at this place is an agency; places are asked for in their order. */
  boolean isAgency(int place) {
    return isIn("agency", place) || isIn("alone", place) || isCredit(place);
  }

  private boolean isCredit(int place) {
    while (moreCredits && credit.end() <= place) {
      moreCredits = credit.find();
    }
    return moreCredits && credit.start("agency") <= place && place < credit.end("agency");
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
