package dev.broadsheet.text;

import dev.broadsheet.shuffle.LongList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The words of a text, joined into phrases: first two words, then three, of those that overlap the
 * best. Words of a phrase stand next to each other, or have one connective between them. Made for a
 * block, and read one text after another.
 */
final class TextUnits {
  private final PhraseMerger phrases;
  private final TokenBlock block;

  /** Of each word of the block. */
  private final int[] numbers;

  private final boolean[] terms;
  private final boolean[] openers;
  private final boolean[] connectives;

  /** Of each unit of the text: its first token, its last, its number, and how many words. */
  private int[] from = new int[256];

  private int[] to = new int[256];
  private int[] number = new int[256];
  private int[] words = new int[256];
  private int size;

  /** Phrases that might be made of the text: which, and from which unit on. */
  private long[] joints = new long[256];

  private final DistinctNumbers once = new DistinctNumbers();

  /** Of each form of the block: its form by itself in another block, and 1; 0 while not known. */
  private final int[] alone;

  /** The same of two forms. */
  private final PairMap<Integer> pairs = new PairMap<>();

  TextUnits(TokenBlock block, PhraseMerger phrases) {
    this.phrases = phrases;
    this.block = block;
    String[] all = block.words();
    numbers = phrases.numbers(all);
    terms = new boolean[all.length];
    openers = new boolean[all.length];
    connectives = new boolean[all.length];
    alone = new int[block.forms()];
    for (int w = 0; w < all.length; w++) {
      terms[w] = PhraseWords.isTerm(all[w]);
      openers[w] = PhraseWords.isOpener(all[w]);
      connectives[w] = PhraseWords.isConnective(all[w]);
    }
  }

  /** Reads a text: its units are words. */
  void read(int document) {
    int start = block.start(document);
    size = block.end(document) - start;
    if (size > from.length) {
      int room = Math.max(size, 2 * from.length);
      from = new int[room];
      to = new int[room];
      number = new int[room];
      words = new int[room];
      joints = new long[room];
    }
    for (int u = 0; u < size; u++) {
      from[u] = start + u;
      to[u] = start + u;
      number[u] = numbers[block.word(start + u)];
      words[u] = 1;
    }
  }

  /** Joins what makes phrases. */
  void merge() {
    for (int n = 2; n <= PhraseMerger.WORDS; n++) {
      merge(n);
    }
  }

  private void merge(int n) {
    int found = 0;
    for (int u = 0; u + 1 < size; u++) {
      int last = last(u);
      if (isJoint(u, last, n)) {
        int phrase = phrases.joined(joint(u, last));
        if (phrase != PhraseMerger.NONE) {
          joints[found++] = (long) phrase << 32 | u;
        }
      }
    }
    if (found == 0) {
      return;
    }
    int[] made = new int[size];
    boolean[] taken = new boolean[size];
    for (int start = 0, end; start < found; start = end) {
      end = endOfOverlap(start, found);
      Arrays.sort(joints, start, end);
      for (int j = start; j < end; j++) {
        int first = (int) joints[j];
        int last = last(first);
        if (!taken[first] && !taken[last]) {
          made[first] = 1 + (int) (joints[j] >>> 32);
          Arrays.fill(taken, first, last + 1, true);
        }
      }
    }
    int kept = 0;
    for (int u = 0; u < size; u++) {
      if (made[u] > 0) {
        int last = last(u);
        keep(kept++, from[u], to[last], made[u] - 1, n);
        u = last;
      } else {
        keep(kept++, from[u], to[u], number[u], words[u]);
      }
    }
    size = kept;
  }

  /** Behind the last joint from one on that overlaps one before it: only these compete. */
  private int endOfOverlap(int start, int found) {
    int last = last((int) joints[start]);
    int end = start + 1;
    while (end < found && (int) joints[end] <= last) {
      last = last((int) joints[end++]);
    }
    return end;
  }

  private void keep(int unit, int first, int last, int what, int many) {
    from[unit] = first;
    to[unit] = last;
    number[unit] = what;
    words[unit] = many;
  }

  /**
   * Adds what of a number of words could be made by joining two units, and the phrases that are one
   * word less, once each. Three words are always divided in the same way: of two phrases that
   * overlap one is the better in every text.
   */
  void countable(int n, LongList counted) {
    once.clear(2 * size);
    for (int u = 0; u < size; u++) {
      if (words[u] > 1 && words[u] >= n - 1) {
        count(PhraseMerger.alone(number[u]), counted);
      }
      if (u + 1 < size && isJoint(u, last(u), n)) {
        count(joint(u, last(u)), counted);
      }
    }
  }

  private void count(long joint, LongList counted) {
    if (once.add(joint)) {
      counted.add(joint);
    }
  }

  private long joint(int first, int last) {
    int connective = last - first == 2 ? number[first + 1] : PhraseMerger.NONE;
    return PhraseMerger.joint(number[first], connective, number[last]);
  }

  /** The last unit of what might be joined from a unit on: one behind the last if there is none. */
  private int last(int first) {
    return first + (isConnective(first + 1) ? 2 : 1);
  }

  private boolean isJoint(int first, int last, int n) {
    if (last >= size || words[first] + words[last] != n || isUnknown(first, last)) {
      return false;
    }
    return block.isBesideLast(from[first + 1])
        && block.isBesideLast(from[last])
        && !isConnective(first)
        && !isConnective(last)
        && !(words[last] == 1 && openers[block.word(from[last])]);
  }

  private boolean isUnknown(int first, int last) {
    return number[first] == PhraseMerger.NONE
        || number[last] == PhraseMerger.NONE
        || number[first + 1] == PhraseMerger.NONE;
  }

  private boolean isConnective(int unit) {
    return words[unit] == 1 && connectives[block.word(from[unit])];
  }

  int size() {
    return size;
  }

  /** Whether a unit may stand on its own. */
  boolean isTerm(int unit) {
    return words[unit] > 1 || terms[block.word(from[unit])];
  }

  /**
   * The number of a unit's stems and of how it is written, among the forms of another block, which
   * is the same for all calls.
   */
  int form(int unit, TokenBlock.Builder other) {
    int first = block.form(from[unit]);
    if (words[unit] == 1) {
      if (alone[first] == 0) {
        alone[first] = 1 + other.form(key(unit), surface(unit));
      }
      return alone[first] - 1;
    }
    if (to[unit] - from[unit] > 1) {
      return other.form(key(unit), surface(unit));
    }
    long both = PairMap.pair(first, block.form(to[unit]));
    Integer known = pairs.get(both);
    if (known == null) {
      known = other.form(key(unit), surface(unit));
      pairs.put(both, known);
    }
    return known;
  }

  /** The stems of a unit, with spaces between them. */
  String key(int unit) {
    return words[unit] > 1 ? phrases.key(number[unit]) : block.words()[block.word(from[unit])];
  }

  /** How a unit is written. */
  String surface(int unit) {
    if (words[unit] == 1) {
      return Surfaces.alone(block.surfaceOf(block.form(from[unit])));
    }
    List<String> parts = new ArrayList<>();
    for (int token = from[unit]; token <= to[unit]; token++) {
      parts.add(block.surfaceOf(block.form(token)));
    }
    return Surfaces.joined(parts);
  }
}
