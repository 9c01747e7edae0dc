package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * Where a text is not in its language: sentences and lines of another one, such as messages and
 * songs that are quoted, and words of another script in a text of Latin letters. They have no
 * terms: function words of the one language are words like others in the other.
 *
 * <p>A sentence is foreign if it has three function words of another language that its own has not,
 * and three times as many of these as of its own that the other has not.
 */
final class ForeignPassages {
  /** The languages that are quoted in others, and whose function words are seen. */
  private static final List<String> QUOTED = List.of("en", "es", "fr", "de", "it", "pt");

  private static final int FEWEST = 3;
  private static final int TIMES = 3;

  /** No function word that tells languages apart is longer. */
  private static final int LONGEST = 8;

  private static final char LAST_OF_LATIN = '\u024f';

  private static final ConcurrentMap<String, Words> WORDS = new ConcurrentHashMap<>();

  private final String text;
  private final boolean latin;
  private final BitSet foreign = new BitSet();
  private final char[] word = new char[LONGEST];

  ForeignPassages(String text, String language) {
    this.text = text;
    latin = FunctionWords.isKnown(language);
    if (latin) {
      Words words = WORDS.computeIfAbsent(language, Words::new);
      for (int start = 0; start < text.length(); ) {
        start = look(start, words);
      }
    }
  }

  /** The function words of a language and of those that are quoted in it, in small letters. */
  private static final class Words {
    private final Spellings spellings = new Spellings();

    /** Of each a bit for each quoted language that has it, and one for its own. */
    private final int[] languages;

    Words(String language) {
      Map<String, Integer> bits = new HashMap<>();
      for (int i = 0; i < QUOTED.size(); i++) {
        if (!QUOTED.get(i).equals(language)) {
          add(QUOTED.get(i), 1 << i, bits);
        }
      }
      add(language, 1 << QUOTED.size(), bits);
      languages = new int[bits.size()];
      bits.forEach(
          (word, many) -> languages[spellings.add(word.toCharArray(), 0, word.length())] = many);
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

  /** Looks at the passage that starts here, and says where it ends. */
  private int look(int start, Words words) {
    int[] theirs = new int[QUOTED.size()];
    int[] ours = new int[QUOTED.size()];
    int at = start;
    while (at < text.length() && !ends(text.charAt(at))) {
      int from = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (at - from > 1 && at - from <= LONGEST && isWord(from, at)) {
        int languages = words.languages(word, small(from, at));
        if (languages != 0) {
          count(languages, theirs, ours);
        }
      }
      at += at == from ? 1 : 0;
    }
    boolean other =
        IntStream.range(0, theirs.length)
            .anyMatch(i -> theirs[i] >= FEWEST && theirs[i] >= TIMES * ours[i]);
    if (other) {
      foreign.set(start, at);
    }
    return at + 1;
  }

  /** Keeps a word in small letters, and returns its length. */
  private int small(int from, int to) {
    for (int i = from; i < to; i++) {
      word[i - from] = Character.toLowerCase(text.charAt(i));
    }
    return to - from;
  }

  /** In small letters, and not what an apostrophe ties to another word. */
  private boolean isWord(int from, int to) {
    return Character.isLowerCase(text.charAt(from))
        && (from == 0 || text.charAt(from - 1) != '\'')
        && (to == text.length() || text.charAt(to) != '\'');
  }

  private static boolean ends(char c) {
    return c == '.' || c == '\n' || c == '!' || c == '?' || c == '"' || c == '“' || c == '”';
  }

  private static void count(int languages, int[] theirs, int[] ours) {
    boolean own = languages >> QUOTED.size() != 0;
    for (int i = 0; i < theirs.length; i++) {
      boolean their = (languages >> i & 1) != 0;
      theirs[i] += their && !own ? 1 : 0;
      ours[i] += own && !their ? 1 : 0;
    }
  }

  /** Whether the word at this place is of another language. */
  boolean contains(int place) {
    return foreign.get(place) || latin && isOtherScript(text.codePointAt(place));
  }

  private static boolean isOtherScript(int letter) {
    return letter > LAST_OF_LATIN
        && Character.isLetter(letter)
        && UnicodeScript.of(letter) != UnicodeScript.LATIN;
  }
}
