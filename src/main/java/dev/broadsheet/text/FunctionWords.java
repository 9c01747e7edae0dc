package dev.broadsheet.text;

import dev.broadsheet.shuffle.LongList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sees by its function words that a text is clearly of one of six languages, at a hundredth of the
 * cost of a detector: a fifth of its words are function words of it; and of the words that are
 * function words of it or of another language that has a list, but not of both, two in three and
 * three more are its own. These six have their near relatives among those languages.
 */
final class FunctionWords {
  private static final int LEAST_WORDS = 12;
  private static final int ONE_IN = 5;
  private static final int TIMES_AHEAD = 2;
  private static final int WORDS_AHEAD = 3;

  private static final List<String> SEEN = List.of("en", "es", "fr", "de", "it", "pt");

  /** Those that are written in Latin letters, which is where one may be taken for another. */
  private static final List<String> LANGUAGES =
      List.of(
          "ca", "cs", "da", "de", "en", "es", "et", "eu", "fi", "fr", "ga", "gl", "hr", "hu", "id",
          "it", "lt", "lv", "nl", "no", "pl", "pt", "ro", "sv", "tr");

  /** For each word a bit for each language that has it. */
  private static final WordBits WORDS = words();

  private FunctionWords() {}

  private static WordBits words() {
    Map<String, Long> words = new HashMap<>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      long bit = 1L << i;
      for (Object word : WordAnalyzer.functionWords(LANGUAGES.get(i))) {
        words.merge(new String((char[]) word), bit, (a, b) -> a | b);
      }
    }
    return new WordBits(words);
  }

  /** Whether a language is written in Latin letters and has a list of function words. */
  static boolean isKnown(String language) {
    return LANGUAGES.contains(language);
  }

  /** The language of a text; empty if that is not clear. */
  static Optional<String> language(String text) {
    var found = new LongList();
    int[] counts = new int[LANGUAGES.size()];
    int all = 0;
    for (int at = 0; at < text.length(); at++) {
      int start = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (at > start) {
        all++;
        long languages = WORDS.of(text, start, at);
        if (languages != 0) {
          found.add(languages);
          count(languages, counts);
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    String language = LANGUAGES.get(best);
    return SEEN.contains(language)
            && all >= LEAST_WORDS
            && counts[best] * ONE_IN >= all
            && isAhead(best, found.toArray())
        ? Optional.of(language)
        : Optional.empty();
  }

  private static void count(long languages, int[] counts) {
    for (long left = languages; left != 0; left &= left - 1) {
      counts[Long.numberOfTrailingZeros(left)]++;
    }
  }

  /** Whether a language has more of the words that only one of two has, beside every other. */
  private static boolean isAhead(int best, long[] found) {
    int[] own = new int[LANGUAGES.size()];
    int[] others = new int[LANGUAGES.size()];
    long all = (1L << LANGUAGES.size()) - 1;
    for (long languages : found) {
      if ((languages >> best & 1) != 0) {
        count(all & ~languages, own);
      } else {
        count(languages, others);
      }
    }
    for (int i = 0; i < own.length; i++) {
      boolean ahead = own[i] >= TIMES_AHEAD * others[i] && own[i] - others[i] >= WORDS_AHEAD;
      if (i != best && !ahead) {
        return false;
      }
    }
    return true;
  }
}
