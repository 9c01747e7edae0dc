package dev.broadsheet.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Accents that Italian keyboards and news wires write as an apostrophe behind the word: "citta'",
 * "PIU'", "e'". Words that are cut there keep it ("po'", "fa'"), and so does the last one of what
 * is in single quotation marks.
 */
public final class LostAccents {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?<!(?<!\\p{L})')(\\p{L}*)([aeiouAEIOU])'(?![\\p{L}\\p{N}'])");

  private static final Set<String> CUT =
      Set.of(
          "po", "mo", "di", "da", "fa", "va", "sta", "be", "to", "ca", "de", "co", "a", "pe", "vo");

  /** "perché", "né": what is written with the other accent. */
  private static final Pattern CLOSED = Pattern.compile("(?i).*ch|.*tr|[ns]");

  private static final String PLAIN = "aeiouAEIOU";
  private static final String ACCENTED = "àèìòùÀÈÌÒÙ";

  /** A quotation in single marks is hardly longer. */
  private static final int QUOTATION = 80;

  private LostAccents() {}

  /** The text with its accents, if it is Italian; {@link PlainText} comes before. */
  public static String restored(String plain, String language) {
    if (!language.equals("it") || plain.indexOf('\'') < 0) {
      return plain;
    }
    Matcher written = WRITTEN.matcher(plain);
    return written.replaceAll(
        match -> {
          String word = match.group(1) + match.group(2);
          boolean kept =
              CUT.contains(word.toLowerCase(Locale.ROOT)) || isQuoted(plain, match.start());
          return kept
              ? Matcher.quoteReplacement(match.group())
              : match.group(1) + accented(match.group(1), match.group(2));
        });
  }

  private static String accented(String before, String vowel) {
    boolean closed = CLOSED.matcher(before).matches();
    if (closed && vowel.equals("e")) {
      return "é";
    }
    return closed && vowel.equals("E")
        ? "É"
        : String.valueOf(ACCENTED.charAt(PLAIN.indexOf(vowel)));
  }

  /** Whether a quotation was opened before here and not closed. */
  private static boolean isQuoted(String plain, int at) {
    for (int i = at; i >= Math.max(0, at - QUOTATION); i--) {
      char c = plain.charAt(i);
      boolean before = i > 0 && Character.isLetterOrDigit(plain.charAt(i - 1));
      boolean behind = i + 1 < plain.length() && Character.isLetterOrDigit(plain.charAt(i + 1));
      if (c == '\n' || c == '\'' && before && !behind) {
        return false;
      }
      if ((c == '\'' || c == '\u2018') && behind && !before) {
        return true;
      }
    }
    return false;
  }
}
