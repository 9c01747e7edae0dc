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

  /** A power of two, of which function words are few. */
  private static final int HASHES = 1 << 16;

  private static final char NO_LETTER = 0;

  /** Of the characters that nearly all letters are. */
  private static final char[] SMALL = new char[0x80];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      SMALL[c] = c;
      SMALL[Character.toUpperCase(c)] = c;
    }
  }

  private static final char LAST_OF_LATIN = '\u024f';

  private static final ConcurrentMap<String, Words> WORDS = new ConcurrentHashMap<>();

  private final char[] text;
  private final boolean latin;
  private final BitSet foreign = new BitSet();
  private final char[] word = new char[LONGEST];

  ForeignPassages(char[] text, String language) {
    this.text = text;
    latin = FunctionWords.isKnown(language);
    if (latin) {
      Words words = WORDS.computeIfAbsent(language, Words::new);
      for (int start = 0; start < text.length; ) {
        start = look(start, words);
      }
    }
  }

  /** The function words of a language and of those that are quoted in it, in small letters. */
  private static final class Words {
    private final Spellings spellings = new Spellings();

    /** Of each a bit for each quoted language that has it, and one for its own. */
    private final int[] languages;

    /** A bit for each hash of a word that its own language has not. */
    private final BitSet others = new BitSet(HASHES);

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
          (word, many) -> {
            languages[spellings.add(word.toCharArray(), 0, word.length())] = many;
            if (!isOwn(many)) {
              others.set(word.chars().reduce(0, Words::hash) & HASHES - 1);
            }
          });
    }

    /** The hash of some letters, as {@link String#hashCode}, and one more. */
    static int hash(int before, int letter) {
      return 31 * before + letter;
    }

    static boolean isOwn(int languages) {
      return languages >> QUOTED.size() != 0;
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

  /** Looks at the passage that starts here, and says where it ends. */
  private int look(int start, Words words) {
    int others = 0;
    int at = start;
    while (at < text.length && !ends(text[at])) {
      int from = at;
      int hash = 0;
      for (char small; at < text.length && (small = small(text[at])) != NO_LETTER; at++) {
        hash = Words.hash(hash, small);
      }
      if (words.mayBeOther(hash) && isWord(from, at)) {
        others++;
      }
      at += at == from ? 1 : 0;
    }
    if (others >= FEWEST && isForeign(start, at, words)) {
      foreign.set(start, at);
    }
    return at + 1;
  }

  private boolean isForeign(int start, int end, Words words) {
    int[] theirs = new int[QUOTED.size()];
    int[] ours = new int[QUOTED.size()];
    for (int at = start; at < end; at++) {
      int from = at;
      while (at < end && Character.isLetter(text[at])) {
        at++;
      }
      if (isWord(from, at)) {
        count(words.languages(word, small(from, at)), theirs, ours);
      }
    }
    return IntStream.range(0, theirs.length)
        .anyMatch(i -> theirs[i] >= FEWEST && theirs[i] >= TIMES * ours[i]);
  }

  /** A letter in small; {@link #NO_LETTER} for what is none. */
  private static char small(char c) {
    if (c < SMALL.length) {
      return SMALL[c];
    }
    return Character.isLetter(c) ? Character.toLowerCase(c) : NO_LETTER;
  }

  /** Keeps a word in small letters, and returns its length. */
  private int small(int from, int to) {
    for (int i = from; i < to; i++) {
      word[i - from] = Character.toLowerCase(text[i]);
    }
    return to - from;
  }

  /** Short, in small letters, and not what an apostrophe ties to another word. */
  private boolean isWord(int from, int to) {
    return to - from > 1
        && to - from <= LONGEST
        && Character.isLowerCase(text[from])
        && (from == 0 || text[from - 1] != '\'')
        && (to == text.length || text[to] != '\'');
  }

  private static boolean ends(char c) {
    return c == '.' || c == '\n' || c == '!' || c == '?' || c == '"' || c == '“' || c == '”';
  }

  private static void count(int languages, int[] theirs, int[] ours) {
    boolean own = Words.isOwn(languages);
    for (int i = 0; i < theirs.length; i++) {
      boolean their = (languages >> i & 1) != 0;
      theirs[i] += their && !own ? 1 : 0;
      ours[i] += own && !their ? 1 : 0;
    }
  }

  /** Whether the word at this place is of another language. */
  boolean contains(int place) {
    return foreign.get(place) || latin && isOtherScript(Character.codePointAt(text, place));
  }

  private static boolean isOtherScript(int letter) {
    return letter > LAST_OF_LATIN
        && Character.isLetter(letter)
        && UnicodeScript.of(letter) != UnicodeScript.LATIN;
  }
}
