package dev.broadsheet.text;

import java.util.Arrays;

/**
 * Words by how they are written, each a number from 0 on, found in a text without making a string
 * of each. Open addressing, with hashes beside: what is looked at of most words lies in two places
 * of memory, and few words are compared that are others.
 */
public final class Spellings {
  /** The number of what is not here. */
  public static final int NONE = -1;

  private static final int PRIME = 0x01000193;
  private static final int GOLDEN = 0x9e3779b1;

  /** What a place has: a hash, the number of the word and 1, where its letters begin, how many. */
  private static final int WIDTH = 4;

  /** Of all words, one behind another. */
  private char[] letters = new char[1024];

  private int used;

  /** Free where the number is 0. */
  private int[] places = new int[WIDTH * 256];

  private int size;

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The number of the word that is written so, or {@link #NONE}. */
  public int find(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int last = places.length - WIDTH;
    int place = WIDTH * hash & last;
    while (places[place + 1] != 0) {
      if (places[place] == hash && isSame(place, text, from, to)) {
        return places[place + 1] - 1;
      }
      place = place + WIDTH & last;
    }
    return NONE;
  }

  /** Adds a word that is not here, and returns its number. */
  public int add(char[] text, int from, int to) {
    int length = to - from;
    if (used + length > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(used + length, 2 * letters.length));
    }
    System.arraycopy(text, from, letters, used, length);
    if (2 * WIDTH * (size + 1) > places.length) {
      int[] before = places;
      places = new int[2 * before.length];
      for (int i = 0; i < before.length; i += WIDTH) {
        if (before[i + 1] != 0) {
          put(before[i], before[i + 1], before[i + 2], before[i + 3]);
        }
      }
    }
    put(hash(text, from, to), size + 1, used, length);
    used += length;
    return size++;
  }

  private void put(int hash, int number, int start, int length) {
    int last = places.length - WIDTH;
    int place = WIDTH * hash & last;
    while (places[place + 1] != 0) {
      place = place + WIDTH & last;
    }
    places[place] = hash;
    places[place + 1] = number;
    places[place + 2] = start;
    places[place + 3] = length;
  }

  private boolean isSame(int place, char[] text, int from, int to) {
    if (places[place + 3] != to - from) {
      return false;
    }
    int start = places[place + 2];
    for (int i = from; i < to; i++) {
      if (letters[start + i - from] != text[i]) {
        return false;
      }
    }
    return true;
  }

  /** FNV-1a, whose upper bits are the good ones; strings' own are alike for words built alike. */
  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    hash *= GOLDEN;
    return hash ^ hash >>> 15;
  }
}
