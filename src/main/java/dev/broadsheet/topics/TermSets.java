package dev.broadsheet.topics;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** Sets of terms to look for in documents: a term's place in each set that has it, as a bit. */
final class TermSets implements Serializable {
  private static final int[] NONE = {};

  private final int topics;
  private final Map<Integer, int[]> places = new HashMap<>();

  /** Of at most 31 terms a set. */
  TermSets(int[][] sets) {
    topics = sets.length;
    for (int topic = 0; topic < sets.length; topic++) {
      for (int i = 0; i < sets[topic].length; i++) {
        places.merge(sets[topic][i], new int[] {topic, 1 << i}, TermSets::joined);
      }
    }
  }

  private static int[] joined(int[] some, int[] more) {
    int[] all = java.util.Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  int topics() {
    return topics;
  }

  /** Sets the bits of a term that a document has. */
  void mark(int term, int[] present) {
    int[] topicsAndBits = places.getOrDefault(term, NONE);
    for (int i = 0; i < topicsAndBits.length; i += 2) {
      present[topicsAndBits[i]] |= topicsAndBits[i + 1];
    }
  }
}
