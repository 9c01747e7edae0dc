package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.Designations;
import dev.broadsheet.text.Spellings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a word is by how it is written, and which of its parts are words of their own. */
final class NameForms {
  /** Spanish doubles the letters of abbreviations in the plural: "EE. UU.", "FF. AA.". */
  private static final Pattern DOUBLED = Pattern.compile("(\\p{Lu})\\1(\\p{Lu})\\2");

  /** Articles and prepositions in French, Italian and Catalan; "O'Neill" has none. */
  private static final Pattern ELIDED_IN_FRONT =
      Pattern.compile("(?:[LD]|Qu|Un|All|Dall|Dell|Nell|Sull)'");

  /** Languages that tie the endings of a name to it: "Ankara'da", "in Ankara". */
  private static final Set<String> TIED_ENDINGS = Set.of("az", "tr");

  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "adm", "sen", "rep",
          "gov", "rev", "hon", "st", "ste", "mt", "ft", "messrs", "pres");

  private static final Set<String> AFTER_NAMES =
      Set.of("inc", "corp", "co", "cos", "ltd", "plc", "jr", "sr", "bros", "llc");

  private static final Set<String> ARABIC_ARTICLES = Set.of("al", "el", "ad", "an", "as", "ash");

  private final NameSentences sentences;
  private final String language;
  private final boolean tiesEndings;

  /** What a hyphen ties to the word in small letters. */
  private String tail = "";

  /** What follows the word. */
  private char next;

  /**
   * What was made of a word as it is written: one word, nothing else, whatever is before it, and
   * behind it unless that is an apostrophe.
   */
  private final Spellings spellings = new Spellings();

  private int[] words = new int[256];
  private int last;
  private int added;

  NameForms(NameSentences sentences, String language) {
    this.sentences = sentences;
    this.language = language;
    tiesEndings = TIED_ENDINGS.contains(language);
  }

  /**
   * Adds a word without dots.
   *
   * @param from where in the text it begins
   * @param to where it ends
   * @param following the character after it; 0 for none
   * @return whether a dot that follows is part of it
   */
  boolean word(char[] text, int from, int to, char following) {
    int known = following == '\'' ? Spellings.NONE : spellings.find(text, from, to);
    if (known != Spellings.NONE) {
      sentences.add(words[known]);
      return false;
    }
    String written = new String(text, from, to - from);
    next = following;
    added = 0;
    String ended = withoutEnding(written);
    hyphenated(withoutElision(ended));
    if (!ended.equals(written)) {
      sentences.interrupt(false);
    }
    if (added == 1
        && written.indexOf('\'') < 0
        && !isAbbreviation(written.toLowerCase(Locale.ROOT))
        && following != '\''
        && sentences.isInside()) {
      int number = spellings.add(text, from, to);
      words = number == words.length ? Arrays.copyOf(words, 2 * number) : words;
      words[number] = last;
    }
    return following == '.' && next == 0;
  }

  private void add(String word, Form form, boolean possessive) {
    add(word, form, possessive, "");
  }

  private void add(String word, Form form, boolean possessive, String tied) {
    last = sentences.add(word, form, possessive, tied);
    added++;
  }

  /** A name that has an ending ends with it; but "D'Angelo" has none. */
  private String withoutEnding(String written) {
    int ending = tiesEndings ? written.indexOf('\'', 2) : -1;
    return ending > 0 && LetterCase.isUpper(written, 0) ? written.substring(0, ending) : written;
  }

  /**
   * Parts "l" and its like from the word they are tied to: "dell'Etna", and "L'Ukraine" in front.
   */
  private String withoutElision(String written) {
    int word = written.indexOf('\'') + 1;
    if (word == 0 || !LetterCase.isUpper(written, word)) {
      return written;
    }
    String article = written.substring(0, word);
    if (Character.isUpperCase(written.charAt(0))
        && !(sentences.isOpening() && ELIDED_IN_FRONT.matcher(article).matches())) {
      return written;
    }
    add(article.toLowerCase(Locale.ROOT), Form.LOWER, false);
    return written.substring(word);
  }

  /** Adds letters with dots between: an acronym or an initial. */
  void acronym(String written) {
    int end = written.lastIndexOf('.') + 1;
    String rest = written.substring(end);
    String letters = written.substring(0, end).replace(".", "") + (rest.length() == 1 ? rest : "");
    boolean possessive = rest.startsWith("'");
    boolean stopped = rest.isEmpty();
    if (letters.length() == 1) {
      add(letters + ".", Form.INITIAL, possessive);
      sentences.open();
    } else {
      add(letters, Form.UPPER, possessive);
      sentences.interrupt(stopped);
      if (stopped && !NameWords.isCountry(letters)) {
        sentences.join();
      }
    }
    if (rest.length() > 1 && !possessive) {
      sentences.interrupt(false);
    }
  }

  private void hyphenated(String written) {
    if (written.indexOf('-') < 0 || isDesignation(LetterCase.singular(written))) {
      simple(written);
      return;
    }
    String[] parts = written.split("-");
    if (parts.length == 1) {
      simple(written);
      return;
    }
    if (ARABIC_ARTICLES.contains(parts[0]) && LetterCase.isUpper(parts[1], 0)) {
      add(written, Form.CAPITAL, false);
      return;
    }
    int capitals = 0;
    while (capitals < parts.length && LetterCase.isUpper(parts[capitals], 0)) {
      capitals++;
    }
    boolean around =
        capitals > 0 && capitals < parts.length && LetterCase.isUpper(parts[parts.length - 1], 0);
    if (around
        || capitals == parts.length
            && (!LetterCase.isAllUpper(parts[0]) || LetterCase.isAllUpper(parts[1]))) {
      simple(written);
    } else if (capitals > 0 && LetterCase.isAllUpper(parts[0])) {
      simple(parts[0]);
      sentences.interrupt(false);
      if (capitals > 1) {
        simple(parts[1]);
        sentences.interrupt(false);
      }
    } else if (capitals > 0) {
      tail = "-" + String.join("-", List.of(parts).subList(capitals, parts.length));
      simple(String.join("-", List.of(parts).subList(0, capitals)));
      tail = "";
      sentences.interrupt(false);
    } else {
      add(written, Form.LOWER, false);
    }
  }

  private void simple(String written) {
    boolean s = written.endsWith("'s") || written.endsWith("'S");
    String word = s ? written.substring(0, written.length() - 2) : written;
    boolean possessive = s || (word.endsWith("s") && next == '\'');
    if (LetterCase.hasDigit(word)) {
      designation(word, possessive);
    } else if (LetterCase.isBrand(word)) {
      add(word, Form.CAPITAL, possessive);
    } else if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
      add(word, Form.LOWER, possessive);
    } else if (word.length() == 1) {
      add(word, Form.INITIAL, possessive);
    } else if (DOUBLED.matcher(word).matches()) {
      add(DOUBLED.matcher(word).replaceFirst("$1$1. $2$2."), Form.UPPER, possessive);
    } else {
      add(word, LetterCase.isAllUpper(word) ? Form.UPPER : Form.CAPITAL, possessive, tail);
    }
    abbreviation(word.toLowerCase(Locale.ROOT));
  }

  /** "A320"; what else has a digit is no word. */
  private void designation(String word, boolean possessive) {
    String singular = LetterCase.singular(word);
    if (isDesignation(singular)) {
      boolean upper = singular.chars().noneMatch(Character::isLowerCase);
      add(singular, upper ? Form.UPPER : Form.CAPITAL, possessive);
    } else {
      add("", Form.NUMBER, false);
      sentences.interrupt(true);
    }
  }

  private boolean isDesignation(String word) {
    return LetterCase.isUpper(word, 0)
        && LetterCase.hasDigit(word)
        && Designations.are(word, language);
  }

  /** "Mr." goes on, "Inc." may end a sentence. */
  private void abbreviation(String word) {
    if (next == '.' && isAbbreviation(word)) {
      next = 0;
      if (AFTER_NAMES.contains(word)) {
        sentences.interrupt(true);
      }
    }
  }

  private static boolean isAbbreviation(String word) {
    return BEFORE_NAMES.contains(word) || AFTER_NAMES.contains(word);
  }
}
