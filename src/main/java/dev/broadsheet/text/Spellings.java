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

  /** Of all words, one behind another. */
  private char[] letters = new char[1024];

  /** Behind the last letter of each word. */
  private int[] ends = new int[128];

  /** For each place a hash, and behind it the number of the word and 1; 0 if it is free. */
  private int[] places = new int[2 * 256];

  private int size;

  /** How many words there are. */
  public int size() {
    return size;
  }

  /** The number of the word that is written so, or {@link #NONE}. */
  public int find(char[] text, int from, int to) {
    int hash = hash(text, from, to);
    int last = places.length - 2;
    int place = 2 * hash & last;
    while (places[place + 1] != 0) {
      int word = places[place + 1] - 1;
      if (places[place] == hash && isSame(word, text, from, to)) {
        return word;
      }
      place = place + 2 & last;
    }
    return NONE;
  }

  /** Adds a word that is not here, and returns its number. */
  public int add(char[] text, int from, int to) {
    int start = start(size);
    int end = start + to - from;
    if (end > letters.length) {
      letters = Arrays.copyOf(letters, Math.max(end, 2 * letters.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
    }
    System.arraycopy(text, from, letters, start, to - from);
    ends[size] = end;
    if (4 * (size + 1) > places.length) {
      int[] before = places;
      places = new int[2 * before.length];
      for (int i = 0; i < before.length; i += 2) {
        if (before[i + 1] != 0) {
          put(before[i], before[i + 1]);
        }
      }
    }
    put(hash(text, from, to), size + 1);
    return size++;
  }

  private void put(int hash, int number) {
    int last = places.length - 2;
    int place = 2 * hash & last;
    while (places[place + 1] != 0) {
      place = place + 2 & last;
    }
    places[place] = hash;
    places[place + 1] = number;
  }

  private int start(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  private boolean isSame(int word, char[] text, int from, int to) {
    return Arrays.equals(letters, start(word), ends[word], text, from, to);
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
