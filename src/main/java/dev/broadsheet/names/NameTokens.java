package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.LostAccents;
import dev.broadsheet.text.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Splits a text into sentences of {@link NameToken}s. A dot after an initial, a title or an acronym
 * ends no sentence, but the word after it counts as one that might begin one.
 */
final class NameTokens {
  /** "WASHINGTON, Jan 22 (Agency) - ", which is before the text and no part of it. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\s*(\\p{Lu}[\\p{Lu} ,.'/-]{2,60}(, ?\\p{L}{3,9}\\.? \\d{1,2})?\\s*(\\([^)]{1,30}\\))?"
              + "|\\p{Lu}[\\p{L}\\d ,.'/-]{2,60}\\([^)]{1,30}\\))\\s*[-–—]+\\s+");

  /** Spanish doubles the letters of abbreviations in the plural: "EE. UU.", "FF. AA.". */
  private static final Pattern DOUBLED = Pattern.compile("(\\p{Lu})\\1(\\p{Lu})\\2");

  /** Articles and prepositions in French, Italian and Catalan; "O'Neill" has none. */
  private static final Pattern ELIDED_IN_FRONT =
      Pattern.compile("(?:[LD]|Qu|Un|All|Dall|Dell|Nell|Sull)'");

  private static final Set<String> BEFORE_NAMES =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "sgt", "capt", "adm", "sen", "rep",
          "gov", "rev", "hon", "st", "ste", "mt", "ft", "messrs", "pres");

  private static final Set<String> AFTER_NAMES =
      Set.of("inc", "corp", "co", "cos", "ltd", "plc", "jr", "sr", "bros", "llc");

  private static final Set<String> ARABIC_ARTICLES = Set.of("al", "el", "ad", "an", "as", "ash");

  private final String text;
  private final boolean wrapped;
  private final NameSentences sentences = new NameSentences();
  private int at;

  private NameTokens(String text) {
    this.text = text;
    this.wrapped = WrappedLines.are(text);
  }

  /**
   * The sentences of a text, each with at least one word. A line's end ends one, unless the text is
   * broken into lines of a width.
   */
  static List<List<NameToken>> of(String text, String language) {
    String plain = LostAccents.restored(PlainText.of(text), language).replace(PlainText.TIE, '-');
    var dateline = DATELINE.matcher(plain);
    var tokens = new NameTokens(dateline.lookingAt() ? plain.substring(dateline.end()) : plain);
    while (tokens.at < tokens.text.length()) {
      tokens.next();
    }
    return tokens.sentences.all();
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isLetter(c)) {
      word();
    } else if (Character.isDigit(c)) {
      number();
    } else if (c == '<' && tag() > 0) {
      at = tag();
      sentences.interrupt(true);
    } else {
      sign(c);
    }
  }

  /** Where a ticker or tag such as "<GM.N>" ends; 0 if this is none. */
  private int tag() {
    int end = text.indexOf('>', at);
    return end > 0 && end - at < 24 ? end + 1 : 0;
  }

  private void number() {
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || continues(at))) {
      at++;
    }
    sentences.add("", Form.NUMBER, false);
    sentences.interrupt(true);
  }

  private boolean continues(int i) {
    return "-.,'&".indexOf(text.charAt(i)) >= 0 && isLetterOrDigit(i + 1);
  }

  private boolean isLetterOrDigit(int i) {
    return i < text.length() && Character.isLetterOrDigit(text.charAt(i));
  }

  private boolean is(int i, char c) {
    return i < text.length() && text.charAt(i) == c;
  }

  private void sign(char c) {
    at++;
    switch (c) {
      case '.', '!', '?', '…' -> stop();
      case '\n' -> {
        if (!wrapped || is(at, '\n') || is(at, '\r')) {
          sentences.end();
        }
      }
      case ' ', '\t', '\r', '\u00a0' -> {}
      case '&' -> sentences.add("&", Form.LOWER, false);
      case '\'' -> sentences.interrupt(isLetterOrDigit(at));
      case ':', '(', '[', '{', '"', '“', '„', '«', '–', '—', '-', '*', '•', '/' ->
          sentences.interrupt(true);
      default -> sentences.interrupt(false);
    }
  }

  /** A sentence ends before a capital, a digit or a sign; before a small letter goes on. */
  private void stop() {
    int i = at;
    while (i < text.length() && "\"')]”»".indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    if (i < text.length() && Character.isLowerCase(text.charAt(i))) {
      sentences.interrupt(false);
    } else {
      sentences.end();
    }
  }

  private void word() {
    int start = at;
    boolean dots = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '.' && singleLetterBefore(start)) {
        dots = true;
      } else if (!isWordPart(c) && !(c != '.' && c != ',' && continues(at))) {
        break;
      }
      at++;
    }
    String written = text.substring(start, at);
    if (dots) {
      acronym(written);
    } else {
      hyphenated(withoutElision(written));
    }
  }

  /**
   * Parts "l" and its like from the word they are tied to: "dell'Etna", and "L'Ukraine" in front.
   */
  private String withoutElision(String written) {
    int word = written.indexOf('\'') + 1;
    if (word == 0 || !isUpper(written, word)) {
      return written;
    }
    String article = written.substring(0, word);
    if (Character.isUpperCase(written.charAt(0))
        && !(sentences.isOpening() && ELIDED_IN_FRONT.matcher(article).matches())) {
      return written;
    }
    sentences.add(article.toLowerCase(Locale.ROOT), Form.LOWER, false);
    return written.substring(word);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether the word so far is letters with dots between, up to a letter here. */
  private boolean singleLetterBefore(int start) {
    return Character.isUpperCase(text.charAt(at - 1))
        && (at - 1 == start || text.charAt(at - 2) == '.');
  }

  private void acronym(String written) {
    int end = written.lastIndexOf('.') + 1;
    String rest = written.substring(end);
    String letters = written.substring(0, end).replace(".", "") + (rest.length() == 1 ? rest : "");
    boolean possessive = rest.startsWith("'");
    boolean stopped = rest.isEmpty();
    if (letters.length() == 1) {
      sentences.add(letters + ".", Form.INITIAL, possessive);
      sentences.open();
    } else {
      sentences.add(letters, Form.UPPER, possessive);
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
    if (written.indexOf('-') < 0) {
      simple(written);
      return;
    }
    String[] parts = written.split("-");
    if (parts.length == 1) {
      simple(written);
      return;
    }
    if (ARABIC_ARTICLES.contains(parts[0]) && isUpper(parts[1], 0)) {
      sentences.add(written, Form.CAPITAL, false);
      return;
    }
    int capitals = 0;
    while (capitals < parts.length && isUpper(parts[capitals], 0)) {
      capitals++;
    }
    if (capitals == parts.length && (!isAllUpper(parts[0]) || isAllUpper(parts[1]))) {
      simple(written);
    } else if (capitals > 0 && isAllUpper(parts[0])) {
      simple(parts[0]);
      sentences.interrupt(false);
      if (capitals > 1) {
        simple(parts[1]);
        sentences.interrupt(false);
      }
    } else if (capitals > 0) {
      simple(String.join("-", List.of(parts).subList(0, capitals)));
      sentences.interrupt(false);
    } else {
      sentences.add(written, Form.LOWER, false);
    }
  }

  private static boolean isUpper(String word, int i) {
    return i < word.length() && Character.isUpperCase(word.charAt(i));
  }

  private static boolean isAllUpper(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i))) {
        return false;
      }
    }
    return word.length() > 1;
  }

  private static boolean hasDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (Character.isDigit(word.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private void simple(String written) {
    boolean s = written.endsWith("'s") || written.endsWith("'S");
    String word = s ? written.substring(0, written.length() - 2) : written;
    boolean possessive = s || (word.endsWith("s") && is(at, '\''));
    if (hasDigit(word)) {
      sentences.add("", Form.NUMBER, false);
      sentences.interrupt(true);
    } else if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
      sentences.add(word, Form.LOWER, possessive);
    } else if (word.length() == 1) {
      sentences.add(word, Form.INITIAL, possessive);
    } else if (DOUBLED.matcher(word).matches()) {
      sentences.add(DOUBLED.matcher(word).replaceFirst("$1$1. $2$2."), Form.UPPER, possessive);
    } else {
      sentences.add(word, isAllUpper(word) ? Form.UPPER : Form.CAPITAL, possessive);
    }
    abbreviation(word.toLowerCase(Locale.ROOT));
  }

  /** "Mr." goes on, "Inc." may end a sentence. */
  private void abbreviation(String word) {
    if (is(at, '.') && BEFORE_NAMES.contains(word)) {
      at++;
    } else if (is(at, '.') && AFTER_NAMES.contains(word)) {
      at++;
      sentences.interrupt(true);
    }
  }
}
