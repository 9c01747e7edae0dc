package dev.broadsheet.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The function words of a language and of those that are quoted in it, in small letters. */
final class QuotedWords {
  /** The languages that are quoted in others, and whose function words are seen. */
  static final List<String> LANGUAGES = List.of("en", "es", "fr", "de", "it", "pt");

  /** A power of two, of which function words are few. */
  private static final int HASHES = 1 << 16;

  private final Spellings spellings = new Spellings();

  /** Of each a bit for each quoted language that has it, and one for its own. */
  private final int[] languages;

  /** A bit for each hash of a word that its own language has not. */
  private final BitSet others = new BitSet(HASHES);

  QuotedWords(String language) {
    Map<String, Integer> bits = new HashMap<>();
    for (int i = 0; i < LANGUAGES.size(); i++) {
      if (!LANGUAGES.get(i).equals(language)) {
        add(LANGUAGES.get(i), 1 << i, bits);
      }
    }
    add(language, 1 << LANGUAGES.size(), bits);
    languages = new int[bits.size()];
    bits.forEach(
        (word, many) -> {
          languages[spellings.add(word.toCharArray(), 0, word.length())] = many;
          if (!isOwn(many)) {
            others.set(word.chars().reduce(0, QuotedWords::hash) & HASHES - 1);
          }
        });
  }

  /** The hash of some letters, as {@link String#hashCode}, and one more. */
  static int hash(int before, int letter) {
    return 31 * before + letter;
  }

  static boolean isOwn(int languages) {
    return languages >> LANGUAGES.size() != 0;
  }

  /** Whether a word with this hash may be one that its own language has not; few others are. */
  boolean mayBeOther(int hash) {
    return others.get(hash & HASHES - 1);
  }

  private static void add(String language, int bit, Map<String, Integer> bits) {
    for (Object word : WordAnalyzer.functionWords(language)) {
      bits.merge(small(new String((char[]) word)), bit, (a, b) -> a | b);
    }
  }

  private static String small(String word) {
    var small = new StringBuilder(word);
    for (int i = 0; i < small.length(); i++) {
      small.setCharAt(i, Character.toLowerCase(small.charAt(i)));
    }
    return small.toString();
  }

  /** The bits of a word; 0 if it is none of these. */
  int languages(char[] word, int length) {
    int known = spellings.find(word, 0, length);
    return known == Spellings.NONE ? 0 : languages[known];
  }
}
