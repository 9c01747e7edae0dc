package dev.broadsheet.text;

import java.util.function.IntPredicate;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Keeps what looks like a term, as it is written. It has a letter, and more than one character
 * unless an ideograph. It is no file, no name of something in a program ("idVideo", "utm_source"),
 * no quantity with its unit ("15bn", "24th", "3pm"), and no code ("AB12CD34"). What people call a
 * thing by may have a number ({@link Designations}).
 */
final class TermShapes extends FilteringTokenFilter {
  private static final int LONGEST = 64;

  private final String language;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

  TermShapes(TokenStream in, String language) {
    super(in);
    this.language = language;
  }

  @Override
  protected boolean accept() {
    int length = term.length();
    if (length == 1) {
      return Character.isIdeographic(term.charAt(0));
    }
    return length <= LONGEST
        && isAny(Character::isLetter)
        && !isIdentifier()
        && (!isAny(TermShapes::isNumber) || Designations.are(term.toString(), language));
  }

  private boolean isAny(IntPredicate kind) {
    for (int i = 0; i < term.length(); i++) {
      if (kind.test(term.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  /** A dot, a colon or an underscore within, or a capital after two small letters or more. */
  private boolean isIdentifier() {
    for (int i = 1; i + 1 < term.length(); i++) {
      char c = term.charAt(i);
      if ((c == '.' || c == ':' || c == '_')
          && isLetterOrNumber(term.charAt(i - 1))
          && isLetterOrNumber(term.charAt(i + 1))) {
        return true;
      }
    }
    int small = 0;
    while (small < term.length()
        && Character.getType(term.charAt(small)) == Character.LOWERCASE_LETTER) {
      small++;
    }
    return small >= 2
        && small < term.length()
        && Character.getType(term.charAt(small)) == Character.UPPERCASE_LETTER;
  }

  private static boolean isLetterOrNumber(char c) {
    return Character.isLetter(c) || isNumber(c);
  }
}
