package dev.broadsheet.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Keeps what looks like a term, as it is written. It has a letter, and more than one character
 * unless an ideograph. It is no address of a page or a person, no file, no name of something in a
 * program ("idVideo", "utm_source"), no quantity with its unit ("15bn", "24th", "3pm"), and no code
 * ("AB12CD34"). What people call a thing by may have a number: "G7", "H5N1", "A380", "5G", "F-16".
 */
final class TermShapes extends FilteringTokenFilter {
  private static final int LONGEST = 64;

  /** Letters of a word, rather than of an abbreviation. */
  private static final int WORD = 3;

  private static final Pattern DIGIT = Pattern.compile("\\p{N}");

  private static final Pattern DESIGNATION =
      Pattern.compile(
          "\\p{Lu}{1,4}\\d{1,4}\\p{Lu}?|\\p{Lu}\\d{1,2}\\p{Lu}\\d{1,2}|\\d[\\p{Lu}&&[^ABCFHKMPTVW]]"
              + "|(\\p{Lu}{5,}|\\p{Lu}\\p{Ll}{3,})\\d{1,2}|\\p{L}+-\\d{1,3}");

  /** Quarters, halves and fiscal years. */
  private static final Pattern PERIOD = Pattern.compile("Q[1-4]|H[12]|FY\\d+|\\dQ\\d*");

  /** A dot, a colon or an underscore within, or a capital after two small letters. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(".*[\\p{L}\\p{N}][._:][\\p{L}\\p{N}].*|\\p{Ll}{2,}\\p{Lu}.*");

  private final CharArraySet stopWords;
  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);

  TermShapes(TokenStream in, CharArraySet stopWords) {
    super(in);
    this.stopWords = stopWords;
  }

  @Override
  protected boolean accept() {
    int length = term.length();
    if (length == 1) {
      return Character.isIdeographic(term.charAt(0));
    }
    return length <= LONGEST
        && !isAddress(type.type())
        && term.chars().anyMatch(Character::isLetter)
        && !IDENTIFIER.matcher(term).matches()
        && (!DIGIT.matcher(term).find() || isDesignation(term.toString()));
  }

  private static boolean isAddress(String type) {
    return type.equals(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.URL])
        || type.equals(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.EMAIL]);
  }

  /** "Covid-19" is one; "mid-90" and "March12" are none. */
  private boolean isDesignation(String word) {
    String letters = word.replaceAll("\\P{L}", "").toLowerCase(Locale.ROOT);
    return DESIGNATION.matcher(word).matches()
        && !PERIOD.matcher(word).matches()
        && (letters.length() < WORD || !stopWords.contains(letters));
  }
}
