package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.LostAccents;
import dev.broadsheet.text.PlainText;
import java.util.regex.Pattern;

/**
 * Splits a text into {@link NameSentences}. A dot after an initial, a title or an acronym ends no
 * sentence, but the word after it counts as one that might begin one.
 */
final class NameTokens {
  /** "WASHINGTON, Jan 22 (Agency) - ", which is before the text and no part of it. */
  private static final Pattern DATELINE =
      Pattern.compile(
          "\\s*(\\p{Lu}[\\p{Lu} ,.'/-]{2,60}(, ?\\p{L}{3,9}\\.? \\d{1,2})?\\s*(\\([^)]{1,30}\\))?"
              + "|\\p{Lu}[\\p{L}\\d ,.'/-]{2,60}\\([^)]{1,30}\\))\\s*[-–—]+\\s+");

  /** Models and editions have no more; four are a year. */
  private static final int MODEL_DIGITS = 3;

  private final String text;
  private final char[] letters;
  private final boolean wrapped;
  private final NameSentences sentences;
  private final NameForms forms;
  private int at;

  private NameTokens(String text, NameSentences sentences, NameForms forms) {
    this.text = text;
    this.letters = text.toCharArray();
    this.sentences = sentences;
    this.forms = forms;
    this.wrapped = WrappedLines.are(text);
  }

  /**
   * Reads the sentences of a text. A line's end ends one, unless the text is broken into lines of a
   * width.
   */
  static void read(String text, String language, NameSentences sentences, NameForms forms) {
    String plain = LostAccents.restored(PlainText.of(text), language).replace(PlainText.TIE, '-');
    var dateline = DATELINE.matcher(plain);
    String body = dateline.lookingAt() ? plain.substring(dateline.end()) : plain;
    var tokens = new NameTokens(body, sentences, forms);
    while (tokens.at < body.length()) {
      tokens.next();
    }
  }

  private void next() {
    char c = letters[at];
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
    int start = at;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || continues(at))) {
      at++;
    }
    sentences.add(isModel(start) ? text.substring(start, at) : "", Form.NUMBER, false);
    sentences.interrupt(true);
  }

  /** "6" and "737", which may be part of a name, but no amount. */
  private boolean isModel(int start) {
    return at - start <= MODEL_DIGITS
        && text.substring(start, at).chars().allMatch(Character::isDigit)
        && !is(at, '%');
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
    while (at < letters.length) {
      char c = letters[at];
      if (c == '.' && singleLetterBefore(start)) {
        dots = true;
      } else if (!isWordPart(c) && !(c != '.' && c != ',' && continues(at))) {
        break;
      }
      at++;
    }
    if (dots) {
      forms.acronym(text.substring(start, at));
    } else if (forms.word(letters, start, at, at < letters.length ? letters[at] : 0)) {
      at++;
    }
  }

  private static boolean isWordPart(char c) {
    return c >= 'a' && c <= 'z'
        || Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether the word so far is letters with dots between, up to a letter here. */
  private boolean singleLetterBefore(int start) {
    return Character.isUpperCase(text.charAt(at - 1))
        && (at - 1 == start || text.charAt(at - 2) == '.');
  }
}
