package dev.broadsheet.articles;

import java.util.Locale;
import java.util.TreeSet;

/**
 * The smallest hashes of the runs of eight letters in a text, from which one sees how much of one
 * text is in another (Broder 1997).
 */
final class TextSketch {
  private static final int SHINGLE = 8;
  private static final int SIZE = 64;

  private TextSketch() {}

  /** Up to 64 hashes, in order. */
  static int[] of(String text) {
    int[] letters =
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).toArray();
    var smallest = new TreeSet<Integer>();
    for (int i = 0; i + SHINGLE <= letters.length || i == 0; i++) {
      int hash = 17;
      for (int j = i; j < Math.min(i + SHINGLE, letters.length); j++) {
        hash = 31 * hash + letters[j];
      }
      hash = scattered(hash);
      if (smallest.size() < SIZE || hash < smallest.last()) {
        smallest.add(hash);
        if (smallest.size() > SIZE) {
          smallest.pollLast();
        }
      }
    }
    return smallest.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The last step of MurmurHash3. */
  private static int scattered(int hash) {
    int h = hash;
    h = (h ^ (h >>> 16)) * 0x85ebca6b;
    h = (h ^ (h >>> 13)) * 0xc2b2ae35;
    return h ^ (h >>> 16);
  }

  /** How large a part of the shorter text is in the other, from 0 to 1. */
  static double containment(int[] a, int[] b) {
    int bound = Math.min(bound(a), bound(b));
    int inA = 0;
    int inB = 0;
    int common = 0;
    while (inA < a.length && a[inA] <= bound || inB < b.length && b[inB] <= bound) {
      boolean fromA = inA < a.length && a[inA] <= bound;
      boolean fromB = inB < b.length && b[inB] <= bound;
      if (fromA && fromB && a[inA] == b[inB]) {
        common++;
        inA++;
        inB++;
      } else if (!fromB || fromA && a[inA] < b[inB]) {
        inA++;
      } else {
        inB++;
      }
    }
    int shorter = Math.min(inA, inB);
    return shorter == 0 ? 0 : (double) common / shorter;
  }

  /** Whether a text is long enough for more hashes than are kept: some 70 letters. */
  static boolean isFull(int[] sketch) {
    return sketch.length == SIZE;
  }

  /** Up to where a sketch has all hashes of its text. */
  private static int bound(int[] sketch) {
    return sketch.length < SIZE ? Integer.MAX_VALUE : sketch[SIZE - 1];
  }
}
