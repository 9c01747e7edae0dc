package dev.broadsheet.text;

import java.util.Arrays;

/**
 * Words by how they are written, each a number from 0 on, found in a text without making a string
 * of each. Open addressing by a number for each word, which of most words says all: the letters of
 * short ones, in ASCII, fit into it. So what is looked at of most lies in one place of memory.
 */
public final class Spellings {
  /** The number of what is not here. */
  public static final int NONE = -1;

  private static final int BITS_OF_LETTER = 7;

  /** Its letters take all bits of a key but the first. */
  private static final int SHORT = (Long.SIZE - 1) / BITS_OF_LETTER;

  private static final long PRIME = 0x100000001b3L;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  /** What a place has: the key of a word, and its number and 1; free where that is 0. */
  private static final int WIDTH = 2;

  private long[] places = new long[WIDTH * 256];

  /** By number; null for a word whose key says all. */
  private char[][] letters = new char[64][];

  private int size;

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The number of the word that is written so, or {@link #NONE}. */
  public int find(char[] text, int from, int to) {
    long key = key(text, from, to);
    int place = place(key);
    while (places[place + 1] != 0) {
      int number = (int) places[place + 1] - 1;
      if (places[place] == key
          && (key >= 0
              || Arrays.equals(letters[number], 0, letters[number].length, text, from, to))) {
        return number;
      }
      place = next(place);
    }
    return NONE;
  }

  /** Adds a word that is not here, and returns its number. */
  public int add(char[] text, int from, int to) {
    if (2 * WIDTH * (size + 1) > places.length) {
      long[] before = places;
      places = new long[2 * before.length];
      for (int i = 0; i < before.length; i += WIDTH) {
        if (before[i + 1] != 0) {
          put(before[i], before[i + 1]);
        }
      }
    }
    long key = key(text, from, to);
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, 2 * size);
    }
    letters[size] = key >= 0 ? null : Arrays.copyOfRange(text, from, to);
    put(key, size + 1L);
    return size++;
  }

  private void put(long key, long number) {
    int place = place(key);
    while (places[place + 1] != 0) {
      place = next(place);
    }
    places[place] = key;
    places[place + 1] = number;
  }

  private int place(long key) {
    long mixed = (key ^ key >>> 31) * GOLDEN;
    return (int) (mixed >>> Integer.SIZE) * WIDTH & places.length - WIDTH;
  }

  private int next(int place) {
    return place + WIDTH & places.length - WIDTH;
  }

  /** The letters of a short word in ASCII; for others a hash, which is negative (FNV-1a). */
  private static long key(char[] text, int from, int to) {
    long key = 0;
    int all = 0;
    for (int i = from; i < to; i++) {
      key = key << BITS_OF_LETTER | text[i];
      all |= text[i];
    }
    if (to - from <= SHORT && all >> BITS_OF_LETTER == 0 && (from == to || text[from] != 0)) {
      return key;
    }
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    return hash | Long.MIN_VALUE;
  }
}
