package dev.broadsheet.stories;

import dev.broadsheet.shuffle.LongList;
import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/**
 * How many articles have a word, numbers too, near enough to tell the rare ones: counted in 2^20
 * places that words share by their hashes, so 4 MB however many words there are.
 */
final class WordFrequencies implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int BITS = 20;

  /** After the places: how many articles there are. */
  private static final int ALL = 1 << BITS;

  private static final int[] NONE = {};

  private final int[] articles;

  private WordFrequencies(int[] articles) {
    this.articles = articles;
  }

  /** Adds up what was counted of parts of the articles, without a shuffle of words. */
  static WordFrequencies of(JavaRDD<Part> parts) {
    return new WordFrequencies(
        parts
            .coalesce(parts.context().defaultParallelism())
            .treeAggregate(NONE, WordFrequencies::added, WordFrequencies::added));
  }

  private static int[] added(int[] before, Part part) {
    int[] counts = before.length == 0 ? new int[ALL + 1] : before;
    for (long count : part.counts) {
      counts[(int) (count >>> Integer.SIZE)] += (int) count;
    }
    return counts;
  }

  private static int[] added(int[] some, int[] more) {
    if (some.length == 0 || more.length == 0) {
      return some.length == 0 ? more : some;
    }
    for (int place = 0; place < some.length; place++) {
      some[place] += more[place];
    }
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

  /** What was counted in some articles, in the places of their words only. */
  static final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    /** A place in the upper half, and how many articles have it in the lower. */
    private final long[] counts;

    private Part(long[] counts) {
      this.counts = counts;
    }
  }

  /** Counts, article by article. */
  static final class Builder {
    private final int[] counts = new int[ALL + 1];

    /** The last article that had a word of each place, counted from 1. */
    private final int[] last = new int[ALL];

    /** Counts the words of an article. */
    void add(long[] words) {
      int article = ++counts[ALL];
      for (long word : words) {
        int place = place(word);
        counts[place] += last[place] == article ? 0 : 1;
        last[place] = article;
      }
    }

    Part build() {
      var list = new LongList();
      for (int place = 0; place < counts.length; place++) {
        if (counts[place] > 0) {
          list.add((long) place << Integer.SIZE | counts[place]);
        }
      }
      return new Part(list.toArray());
    }
  }
}
