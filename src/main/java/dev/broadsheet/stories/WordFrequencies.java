package dev.broadsheet.stories;

import dev.broadsheet.articles.Words;
import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;

/**
 * How many articles have a word, numbers too, near enough to tell the rare ones: counted in 2^20
 * places that words share by their hashes, so 4 MB however many words there are.
 */
final class WordFrequencies implements Serializable {
  private static final int BITS = 20;

  /** After the places: how many articles there are. */
  private static final int ALL = 1 << BITS;

  private static final int[] NONE = {};

  private final int[] articles;

  private WordFrequencies(int[] articles) {
    this.articles = articles;
  }

  /** Counts in one pass, without a shuffle of words. */
  static WordFrequencies of(JavaRDD<String> texts) {
    return new WordFrequencies(
        texts.treeAggregate(NONE, WordFrequencies::counted, WordFrequencies::added));
  }

  private static int[] counted(int[] before, String body) {
    int[] counts = before.length == 0 ? new int[ALL + 1] : before;
    counts[ALL]++;
    long[] words = Words.of(body).hashes();
    int[] places = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      places[i] = place(words[i]);
    }
    Arrays.sort(places);
    for (int i = 0; i < places.length; i++) {
      counts[places[i]] += i == 0 || places[i] != places[i - 1] ? 1 : 0;
    }
    return counts;
  }

  private static int[] added(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return some.length == 0 ? more : some;
    }
    Arrays.setAll(some, place -> some[place] + more[place]);
    return some;
  }

  private static int place(long word) {
    return (int) (word >>> (Long.SIZE - BITS));
  }

  /** How many articles have a word, or another in the same place. */
  int articles(long word) {
    return articles.length == 0 ? 0 : articles[place(word)];
  }

  /** How many articles there are. */
  int articles() {
    return articles.length == 0 ? 0 : articles[ALL];
  }
}
