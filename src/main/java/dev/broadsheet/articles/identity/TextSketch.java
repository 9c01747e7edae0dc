package dev.broadsheet.articles.identity;

import java.util.Arrays;
import java.util.Locale;

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
    int[] letters = letters(text.toLowerCase(Locale.ROOT));
    int[] smallest = new int[SIZE];
    int size = 0;
    int shingles = Math.max(1, letters.length - SHINGLE + 1);
    for (int i = 0; i < shingles; i++) {
      int hash = scattered(hash(letters, i));
      if (size == SIZE && hash >= smallest[SIZE - 1]) {
        continue;
      }
      int at = Arrays.binarySearch(smallest, 0, size, hash);
      if (at < 0) {
        int place = -at - 1;
        int moved = Math.min(size, SIZE - 1) - place;
        System.arraycopy(smallest, place, smallest, place + 1, moved);
        smallest[place] = hash;
        size = Math.min(size + 1, SIZE);
      }
    }
    return Arrays.copyOf(smallest, size);
  }

  private static int[] letters(String text) {
    int[] letters = new int[text.length()];
    int count = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c)) {
        letters[count++] = c;
      }
    }
    return Arrays.copyOf(letters, count);
  }

  private static int hash(int[] letters, int from) {
    int hash = 17;
    for (int i = from; i < Math.min(from + SHINGLE, letters.length); i++) {
      hash = 31 * hash + letters[i];
    }
    return hash;
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
