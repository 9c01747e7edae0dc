package dev.broadsheet.topics.description;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether two terms say the same to a reader. "Iran, Iranian, trade, trading" says two things, not
 * four. Stems do not tell ("Ukraine", "Ukrainian"), so letters do. Of a name and a word in small
 * letters that is made of it ("Egipto", "egipcio") the name is said, and of two others the better.
 */
final class SameThing {
  /** Forms of one word begin with at least these many equal letters: "Iran", but not "Iraq". */
  private static final int LETTERS = 4;

  /**
   * They are at least this part of the shorter form: "trade, trading" (4 of 5), but not "Austria,
   * Australia" (5 of 7) or "interest, international" (5 of 8);
   */
  private static final double PART = 0.75;

  /** or only so many letters of each are not equal: "Museum, Museen", "Serbia, Serbien". */
  private static final int ENDING = 2;

  /** Letters of an acronym: "EU" for "European Union", but not one word for another. */
  private static final int ACRONYM = 2;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ -]");

  private SameThing() {}

  /** Terms without those that say again what a better one has said, in their order. */
  static List<String> once(List<String> terms) {
    List<String> kept = new ArrayList<>();
    for (String term : terms) {
      int same = 0;
      while (same < kept.size() && !are(term, kept.get(same))) {
        same++;
      }
      if (same == kept.size()) {
        kept.add(term);
      } else if (hasCapital(term) && !hasCapital(kept.get(same))) {
        kept.set(same, term);
      }
    }
    return kept.stream().distinct().toList();
  }

  /** Whether a term has a capital letter. */
  static boolean hasCapital(String term) {
    return term.codePoints().anyMatch(Character::isUpperCase);
  }

  /** Whether a term's words are among those of a longer phrase; a name only as a name. */
  static boolean isPart(String term, String phrase) {
    List<String> words = words(term);
    List<String> others = words(phrase);
    return others.size() > words.size()
        && isIn(words, others)
        && (!hasCapital(term) || hasCapital(phrase));
  }

  /** Whether one of two terms has all words of the other, or is its initials. */
  private static boolean are(String term, String other) {
    List<String> words = words(term);
    List<String> others = words(other);
    return (words.size() <= others.size() ? isIn(words, others) : isIn(others, words))
        || term.equals(initials(other))
        || other.equals(initials(term));
  }

  private static List<String> words(String term) {
    return List.of(BETWEEN_WORDS.split(term));
  }

  private static String initials(String phrase) {
    String initials =
        Arrays.stream(BETWEEN_WORDS.split(phrase))
            .filter(word -> !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)))
            .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
            .collect(Collectors.joining());
    return initials.length() >= ACRONYM ? initials : "";
  }

  private static boolean isIn(List<String> words, List<String> others) {
    return words.stream()
        .allMatch(word -> others.stream().anyMatch(other -> areFormsOfOneWord(word, other)));
  }

  private static boolean areFormsOfOneWord(String a, String b) {
    String one = plain(a);
    String two = plain(b);
    int shorter = Math.min(one.length(), two.length());
    int longer = Math.max(one.length(), two.length());
    int equal = 0;
    while (equal < shorter && one.charAt(equal) == two.charAt(equal)) {
      equal++;
    }
    boolean named = hasCapital(a) != hasCapital(b);
    return one.equals(two)
        || equal >= LETTERS
            && (equal >= PART * shorter
                || longer - equal <= ENDING
                || named && shorter - equal <= ENDING);
  }

  /** In small letters, without accents: "Irán" and "iraní" are two forms. */
  private static String plain(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
        .replaceAll("");
  }
}
