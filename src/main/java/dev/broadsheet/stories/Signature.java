package dev.broadsheet.stories;

import dev.broadsheet.articles.Words;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What stories compare an article by, in hashes and without text.
 *
 * <ul>
 *   <li><b>sketch</b>: the 48 smallest hashes of the shingles, runs of three words (Broder 1997):
 *       two articles have so many of them in common as they have shingles;
 *   <li><b>shingles</b>: all of them, in 32 bits;
 *   <li><b>words</b>, and of these the <b>rare</b> third and the <b>numbers</b>, which carry the
 *       facts: two notices that fill in one form share everything else;
 *   <li><b>names</b>: of the first 12 words those with a capital that few articles have, which are
 *       mostly who or what the text is about.
 * </ul>
 */
public final class Signature implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int NO_DAY = Integer.MIN_VALUE;
  private static final int SHINGLE = 3;

  /** Hashes of a sketch. */
  static final int SKETCH = 48;

  private static final int LEAST_RARE = 8;
  private static final int OPENING = 12;

  /** A name is in one of so many articles at most, or in so few. */
  private static final int ONE_IN = 50;

  private static final int FEW = 20;

  private final long key;
  private final int day;
  private final long[] sketch;
  private final int[] shingles;
  private final int[] words;
  private final int[] rare;
  private final int[] numbers;
  private final int[] names;

  /**
   * Signs an article.
   *
   * @param key the article_id as a number
   * @param day since 1970; null for none
   */
  Signature(long key, Integer day, Words text, WordFrequencies frequencies) {
    this.key = key;
    this.day = day == null ? NO_DAY : day;
    long[] runs =
        IntStream.rangeClosed(0, text.count() - SHINGLE)
            .mapToLong(i -> text.hash(i, i + SHINGLE))
            .sorted()
            .distinct()
            .toArray();
    long[] different = Arrays.stream(text.hashes()).sorted().distinct().toArray();
    sketch = Arrays.copyOf(runs, Math.min(SKETCH, runs.length));
    shingles = shortened(Arrays.stream(runs));
    words = shortened(Arrays.stream(different));
    rare = shortened(rare(different, frequencies));
    numbers =
        shortened(
            IntStream.range(0, text.count())
                .filter(i -> text.numbers()[i])
                .mapToLong(i -> text.hashes()[i]));
    names = shortened(names(text, frequencies));
  }

  /**
   * The third of the words that fewest articles have, eight at least; then those first in order.
   */
  private static LongStream rare(long[] words, WordFrequencies frequencies) {
    return IntStream.range(0, words.length)
        .mapToLong(i -> (long) frequencies.articles(words[i]) << Integer.SIZE | i)
        .sorted()
        .limit(Math.max(LEAST_RARE, words.length / 3))
        .map(place -> words[(int) place]);
  }

  private static LongStream names(Words words, WordFrequencies frequencies) {
    int most = Math.max(FEW, frequencies.articles() / ONE_IN);
    return IntStream.range(0, Math.min(OPENING, words.count()))
        .filter(i -> words.capitals()[i] && frequencies.articles(words.hashes()[i]) <= most)
        .mapToLong(i -> words.hashes()[i]);
  }

  private static int[] shortened(LongStream hashes) {
    return hashes.mapToInt(hash -> (int) (hash >>> Integer.SIZE)).sorted().distinct().toArray();
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
    return day != NO_DAY;
  }

  /** Days since 1970; for an article that has a day. */
  int day() {
    return day;
  }

  long[] sketch() {
    return sketch;
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
