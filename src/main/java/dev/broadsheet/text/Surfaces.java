package dev.broadsheet.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How the words of a text are written, for people to see, with marks of one character:
 *
 * <ul>
 *   <li>{@value #UNSURE} in front where a capital says nothing of a word: in a line of capitals
 *       (then in small letters, but for what has points between: "U.K."), in a headline with a
 *       capital on each word, at the start of a sentence, or in a dateline. Such a form is for
 *       terms that have no other.
 *   <li>{@value #IN_BRACKETS} in front of a word in capitals that is alone in brackets.
 *   <li>{@value #TIED} behind a word that a hyphen ties to the next: phrases keep it.
 *   <li>{@value #ELIDED} between "d'" and its word: in a phrase it stays.
 * </ul>
 */
final class Surfaces {
  private static final String UNSURE = "\u0001";
  private static final String IN_BRACKETS = "\u0002";
  private static final String TIED = "\u0003";

  private static final String ELIDED = "\u0004";

  private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}");

  private final String text;
  private final String language;
  private final LinesInCapitals lines;
  private final Datelines datelines;

  Surfaces(String text, String language) {
    this.text = text;
    this.language = language;
    lines = new LinesInCapitals(text);
    datelines = new Datelines(text);
  }

  /** Whether what is at this place is no part of the text, but says who wrote it. */
  boolean isAgency(int start) {
    return datelines.isAgency(start);
  }

  /** What is written here is written as anywhere, and so are words on most places. */
  static final int USUAL = 0;

  /** How many places there are on which a word is written in one way, wherever they are. */
  static final int PLACES = 4;

  /** A place of which each is by itself. */
  static final int UNUSUAL = -1;

  private static final int OPENING = 1;
  private static final int BEFORE_HYPHEN = 2;

  /**
   * On what kind of place a word stands, as far as {@link #marked} asks for it: below {@link
   * #PLACES}, or {@link #UNUSUAL}.
   */
  int place(int start, int end) {
    boolean brackets =
        start > 0
            && end < text.length()
            && text.charAt(start - 1) == '('
            && text.charAt(end) == ')';
    if (brackets || lines.contains(start) || datelines.isPlace(start)) {
      return UNUSUAL;
    }
    return (opens(start) || lines.isHeadline(start) ? OPENING : USUAL)
        | (isTied(end) ? BEFORE_HYPHEN : USUAL);
  }

  /** The same, as far as {@link #plain} asks for it. */
  int plainPlace(int start) {
    return lines.contains(start) ? UNUSUAL : USUAL;
  }

  /**
   * The form of a word that is shown as it is.
   *
   * @param word as analyzers have it: some put words in small letters, and the text knows better
   */
  String plain(String word, int start, int end) {
    String written = text.substring(start, end);
    boolean abbreviated = written.indexOf('.') >= 0;
    return lines.contains(start) && !abbreviated
        ? UNSURE + small(word)
        : word.equalsIgnoreCase(written) ? written : word;
  }

  /** The form of a word with all marks; phrases take off those that are for them. */
  String marked(String word, int start, int end) {
    boolean elided =
        end - start == word.length() + 2 && isElidedOf(text.substring(start, start + 2));
    return (elided ? "d'" + ELIDED : "") + withMarks(word, start, end);
  }

  /** "d'", for "de" and "di". */
  static boolean isElidedOf(String article) {
    return article.equals("d'");
  }

  private String withMarks(String word, int start, int end) {
    String plain = plain(word, start, end);
    if (plain.startsWith(UNSURE)) {
      return plain;
    }
    if (datelines.isPlace(start)) {
      return UNSURE + Datelines.name(plain);
    }
    if (isInBrackets(plain, start, end)) {
      return IN_BRACKETS + plain;
    }
    boolean unsure =
        Character.isUpperCase(plain.codePointAt(0))
            && (opens(start) || lines.isHeadline(start))
            && !CAPITALS.matcher(plain).matches();
    return (unsure ? UNSURE : "") + plain + (isTied(end) ? TIED : "");
  }

  private String small(String word) {
    return word.toLowerCase(language.equals("tr") ? Locale.forLanguageTag("tr") : Locale.ROOT);
  }

  private boolean isInBrackets(String word, int start, int end) {
    return start > 0
        && end < text.length()
        && text.charAt(start - 1) == '('
        && text.charAt(end) == ')'
        && CAPITALS.matcher(word).matches();
  }

  private boolean isTied(int end) {
    return end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isLetter(text.charAt(end + 1));
  }

  /** Whether a sentence, a line or a quotation starts here, or what is behind a dash. */
  private boolean opens(int start) {
    for (int i = start - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        return false;
      }
      boolean dash = Character.getType(c) == Character.DASH_PUNCTUATION && i < start - 1;
      if (dash || ".!?:\n…\"“„«‹¿¡•".indexOf(c) >= 0) {
        return true;
      }
    }
    return true;
  }

  /** The form of a word that is in no phrase. */
  static String alone(String surface) {
    String word = surface.substring(surface.indexOf(ELIDED) + 1);
    return word.endsWith(TIED) ? word.substring(0, word.length() - 1) : word;
  }

  /** The form of a phrase: with what is between its words, if their script has anything. */
  static String joined(List<String> words) {
    var phrase = new StringBuilder(words.get(0).substring(words.get(0).indexOf(ELIDED) + 1));
    for (String word : words.subList(1, words.size())) {
      int last = phrase.length() - 1;
      boolean unspaced =
          Scripts.isUnspaced(phrase.codePointBefore(phrase.length()))
              && Scripts.isUnspaced(word.codePointAt(0));
      if (phrase.charAt(last) == TIED.charAt(0)) {
        phrase.setCharAt(last, '-');
      } else {
        phrase.append(unspaced ? "" : " ");
      }
      phrase.append(word.replace(ELIDED, ""));
    }
    return phrase.toString();
  }
}
