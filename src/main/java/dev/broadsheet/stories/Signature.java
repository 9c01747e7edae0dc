package dev.broadsheet.stories;

import dev.broadsheet.articles.cleaning.Words;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What stories compare an article by, in hashes and without text.
 *
 * <ul>
 *   <li><b>shingles</b>: the hashes of all runs of three words (Broder 1997), in 32 bits;
 *   <li><b>words</b>, and of these the <b>rare</b> third and the <b>numbers</b>, which carry the
 *       facts: two notices that fill in one form share everything else;
 *   <li><b>names</b>: of the first 12 words those with a capital that few articles have, which are
 *       mostly who or what the text is about.
 * </ul>
 */
final class Signature implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SHINGLE = 3;

  private static final int LEAST_RARE = 8;
  private static final int OPENING = 12;

  /** A name is in one of so many articles at most, or in so few. */
  private static final int ONE_IN = 50;

  private static final int FEW = 20;

  private final long key;
  private final int day;
  private final int[] shingles;
  private final int[] words;
  private final int[] rare;
  private final int[] numbers;
  private final int[] names;

  /**
   * Signs an article.
   *
   * @param key the article_id as a number
   * @param day since 1970, or {@link Sketches#NO_DAY}
   */
  Signature(long key, int day, Words text, WordFrequencies frequencies) {
    this.key = key;
    this.day = day;
    long[] runs = shingles(text);
    long[] different = distinct(text.hashes().clone(), text.count());
    shingles = shortened(runs, runs.length);
    words = shortened(different, different.length);
    rare = rare(different, frequencies);
    numbers = numbers(text);
    names = names(text, frequencies);
  }

  /** The hashes of all runs of three words, ascending, each once. */
  static long[] shingles(Words text) {
    long[] runs = new long[Math.max(0, text.count() - SHINGLE + 1)];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = text.hash(i, i + SHINGLE);
    }
    return distinct(runs, runs.length);
  }

  /** The smallest of these, at most so many, without sorting the others. */
  static long[] smallestShingles(Words text, int most) {
    long[] kept = new long[2 * most];
    int size = 0;
    long largest = Long.MAX_VALUE;
    for (int i = 0; i + SHINGLE <= text.count(); i++) {
      long run = text.hash(i, i + SHINGLE);
      if (run <= largest) {
        kept[size++] = run;
      }
      if (size == kept.length) {
        long[] different = distinct(kept, size);
        size = Math.min(most, different.length);
        System.arraycopy(different, 0, kept, 0, size);
        largest = size == most ? kept[most - 1] : largest;
      }
    }
    long[] different = distinct(kept, size);
    return Arrays.copyOf(different, Math.min(most, different.length));
  }

  /**
   * The third of the words that fewest articles have, eight at least; then those first in order.
   */
  private static int[] rare(long[] words, WordFrequencies frequencies) {
    long[] places = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      places[i] = (long) frequencies.articles(words[i]) << Integer.SIZE | i;
    }
    Arrays.sort(places);
    int count = Math.min(words.length, Math.max(LEAST_RARE, words.length / 3));
    long[] rare = new long[count];
    for (int i = 0; i < count; i++) {
      rare[i] = words[(int) places[i]];
    }
    return shortened(rare, count);
  }

  private static int[] numbers(Words words) {
    long[] numbers = new long[words.count()];
    int count = 0;
    for (int i = 0; i < words.count(); i++) {
      if (words.numbers()[i]) {
        numbers[count++] = words.hashes()[i];
      }
    }
    return shortened(numbers, count);
  }

  private static int[] names(Words words, WordFrequencies frequencies) {
    int most = Math.max(FEW, frequencies.articles() / ONE_IN);
    long[] names = new long[OPENING];
    int count = 0;
    for (int i = 0; i < Math.min(OPENING, words.count()); i++) {
      if (words.capitals()[i] && frequencies.articles(words.hashes()[i]) <= most) {
        names[count++] = words.hashes()[i];
      }
    }
    return shortened(names, count);
  }

  /** The different ones of the first so many, ascending. */
  private static long[] distinct(long[] hashes, int count) {
    Arrays.sort(hashes, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || hashes[i] != hashes[different - 1]) {
        hashes[different++] = hashes[i];
      }
    }
    return Arrays.copyOf(hashes, different);
  }

  /** The upper halves of the first so many, ascending, each once. */
  private static int[] shortened(long[] hashes, int count) {
    int[] halves = new int[count];
    for (int i = 0; i < count; i++) {
      halves[i] = (int) (hashes[i] >>> Integer.SIZE);
    }
    Arrays.sort(halves);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || halves[i] != halves[different - 1]) {
        halves[different++] = halves[i];
      }
    }
    return Arrays.copyOf(halves, different);
  }

  /** How many hashes two of the arrays below have in common. */
  static int common(int[] a, int[] b) {
    int common = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        common++;
      }
      int before = a[i];
      i += before <= b[j] ? 1 : 0;
      j += b[j] <= before ? 1 : 0;
    }
    return common;
  }

  long key() {
    return key;
  }

  boolean hasDay() {
    return day != Sketches.NO_DAY;
  }

  /** Days since 1970; for an article that has a day. */
  int day() {
    return day;
  }

  int[] shingles() {
    return shingles;
  }

  int[] words() {
    return words;
  }

  int[] rare() {
    return rare;
  }

  int[] numbers() {
    return numbers;
  }

  int[] names() {
    return names;
  }
}
