package dev.broadsheet.text;

import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words and phrases as numbers: words come first, then phrases, of which the best has the lowest.
 * What might be joined is a first part, a last part, and perhaps a connective between them: three
 * numbers of {@value #BITS} bits, packed into one; {@link Phrases} counts far fewer.
 */
final class PhraseMerger implements Serializable {
  private static final long serialVersionUID = 1;

  /** The most words of a phrase, connectives not counted. */
  static final int WORDS = 3;

  /** The number of what is not known. */
  static final int NONE = -1;

  private static final int BITS = 21;
  private static final int MASK = (1 << BITS) - 1;

  private final String[] words;
  private final String[] phrases;
  private transient volatile Numbers numbers;

  private PhraseMerger(String[] words, String[] phrases) {
    this.words = words;
    this.phrases = phrases;
  }

  /**
   * Knows these words, and joins these phrases, of those that overlap the first in the list.
   *
   * @param words all that are in the phrases, and others, each once
   */
  static PhraseMerger of(List<String> words, List<Phrase> phrases) {
    return new PhraseMerger(
        words.toArray(String[]::new), phrases.stream().map(Phrase::key).toArray(String[]::new));
  }

  /** Knows the words that are in phrases, and joins these. */
  static PhraseMerger of(List<Phrase> phrases) {
    return of(
        phrases.stream().flatMap(p -> PhraseKey.stems(p.key()).stream()).distinct().toList(),
        phrases);
  }

  /** The number of each word, or {@link #NONE}. */
  int[] numbers(String[] words) {
    Map<String, Integer> known = numbers().words;
    int[] found = new int[words.length];
    for (int w = 0; w < words.length; w++) {
      found[w] = known.getOrDefault(words[w], NONE);
    }
    return found;
  }

  /** The number of the phrase that a joint makes, or {@link #NONE}. */
  int joined(long joint) {
    return numbers().joined(joint);
  }

  /** The stems of a word or phrase, with spaces between them. */
  String key(int number) {
    return number < words.length ? words[number] : phrases[number - words.length];
  }

  /** The stems of what a joint would make. */
  String keyOf(long joint) {
    var key = new StringBuilder();
    for (int shift = 2 * BITS; shift >= 0; shift -= BITS) {
      int number = (int) (joint >>> shift & MASK) - 1;
      if (number != NONE) {
        key.append(key.isEmpty() ? "" : " ").append(key(number));
      }
    }
    return key.toString();
  }

  /**
   * Two parts that might be joined.
   *
   * @param connective between them, or {@link #NONE}
   */
  static long joint(int first, int connective, int last) {
    return (first + 1L) << 2 * BITS | (connective + 1L) << BITS | last + 1L;
  }

  /** A word or phrase as it is, to be counted beside joints. */
  static long alone(int number) {
    return joint(number, NONE, NONE);
  }

  /** Made where they are used: they are larger than what they are made of. */
  private Numbers numbers() {
    Numbers made = numbers;
    if (made == null) {
      made = new Numbers(words, phrases);
      numbers = made;
    }
    return made;
  }

  private static final class Numbers {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int BITS_OF_HASH = 20;

    private final Map<String, Integer> words = new HashMap<>();
    private final PairMap<Integer> joints = new PairMap<>();

    /** A bit for each hash of a joint: most of what might be joined is not, and seen to be here. */
    private final BitSet hashes = new BitSet(1 << BITS_OF_HASH);

    Numbers(String[] words, String[] phrases) {
      for (String word : words) {
        this.words.put(word, this.words.size());
      }
      Map<String, Integer> all = new HashMap<>(this.words);
      for (String phrase : phrases) {
        all.put(phrase, all.size());
      }
      for (int p = 0; p < phrases.length; p++) {
        for (PhraseKey.Parts two : PhraseKey.parts(phrases[p])) {
          if (all.containsKey(two.left()) && all.containsKey(two.right())) {
            int connective = two.connective().map(all::get).orElse(NONE);
            long joint = joint(all.get(two.left()), connective, all.get(two.right()));
            joints.put(joint, words.length + p);
            hashes.set(hash(joint));
          }
        }
      }
    }

    int joined(long joint) {
      Integer phrase = hashes.get(hash(joint)) ? joints.get(joint) : null;
      return phrase == null ? NONE : phrase;
    }

    private static int hash(long joint) {
      return (int) (joint * GOLDEN >>> Long.SIZE - BITS_OF_HASH);
    }
  }
}
