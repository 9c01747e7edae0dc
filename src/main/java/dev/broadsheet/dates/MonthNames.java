package dev.broadsheet.dates;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Months by their names, long and short, in many languages. A name that means two months in two
 * languages is none; English wins.
 */
final class MonthNames {
  private static final List<String> LANGUAGES =
      List.of(
          "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "ro", "hu",
          "el", "ru", "uk", "bg", "tr", "ca", "id", "sl", "et", "lv", "lt", "ar", "ar-SY", "he",
          "hi", "bn", "ur", "th");

  /** Of the Persian calendar, which has months of its own. */
  private static final List<String> PERSIAN =
      List.of(
          "\u0641\u0631\u0648\u0631\u062F\u06CC\u0646",
          "\u0627\u0631\u062F\u06CC\u0628\u0647\u0634\u062A",
          "\u062E\u0631\u062F\u0627\u062F",
          "\u062A\u06CC\u0631",
          "\u0645\u0631\u062F\u0627\u062F",
          "\u0634\u0647\u0631\u06CC\u0648\u0631",
          "\u0645\u0647\u0631",
          "\u0622\u0628\u0627\u0646",
          "\u0622\u0630\u0631",
          "\u062F\u06CC",
          "\u0628\u0647\u0645\u0646",
          "\u0627\u0633\u0641\u0646\u062F");

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  /** Two letters are enough where they are syllables. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{IsLatin}{3,}|[\\p{L}\\p{M}&&[^\\p{IsLatin}]]{2,}(?: [\\p{IsArabic}]{3,})?");

  private static final Map<String, Integer> MONTHS = months();

  private MonthNames() {}

  /** The number of the month of a name, with or without a full stop, in any case. */
  static Optional<Integer> month(String name) {
    return Optional.ofNullable(MONTHS.get(plain(name)));
  }

  private static Map<String, Integer> months() {
    var english = new HashMap<String, Integer>();
    for (Month month : Month.values()) {
      String name = plain(month.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      // Any beginning of three letters or more: Sept, Febr.
      for (int letters = 3; letters <= name.length(); letters++) {
        english.put(name.substring(0, letters), month.getValue());
      }
    }
    var others = new HashMap<String, Integer>();
    Set<String> several = new HashSet<>();
    for (String language : LANGUAGES) {
      for (Month month : Month.values()) {
        for (TextStyle style : STYLES) {
          String name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
          Integer before = others.put(name, month.getValue());
          if (before != null && before != month.getValue()) {
            several.add(name);
          }
        }
      }
    }
    others.keySet().removeAll(several);
    PERSIAN.forEach(name -> others.put(name, PERSIAN.indexOf(name) + 1));
    others.keySet().removeIf(name -> !NAME.matcher(name).matches());
    others.putAll(english);
    return Map.copyOf(others);
  }

  /**
   * In lower case, without full stops and without the preposition that Catalan and Hebrew have
   * before it.
   */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replace(".", "")
        .replaceFirst("^(?:de |d[\u2019']|\u05D1(?=.{3}))", "");
  }
}
