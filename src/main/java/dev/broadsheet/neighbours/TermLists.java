package dev.broadsheet.neighbours;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntToLongFunction;
import org.apache.lucene.util.IntroSorter;

/** The articles in whose lists terms are, with the weight of the term there: 16 bytes for each. */
final class TermLists {
  private int[] terms = new int[1 << 10];
  private int[] articles = new int[1 << 10];
  private double[] weights = new double[1 << 10];
  private int size;

  void add(int term, double weight, int article) {
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
      articles = Arrays.copyOf(articles, 2 * size);
      weights = Arrays.copyOf(weights, 2 * size);
    }
    terms[size] = term;
    articles[size] = article;
    weights[size++] = weight;
  }

  /**
   * Cuts the list of each term into groups, by the weight of the term, the largest first.
   *
   * @param keys of articles; of equal weights the article with the smallest key, without a sign, is
   *     first
   * @param most articles in a group
   */
  void forEachGroup(IntToLongFunction keys, int most, Consumer<int[]> group) {
    new Sorter(keys).sort(0, size);
    for (int from = 0; from < size; ) {
      int end = from + 1;
      while (end < size && end < from + most && terms[end] == terms[from]) {
        end++;
      }
      group.accept(Arrays.copyOfRange(articles, from, end));
      from = end;
    }
  }

  private final class Sorter extends IntroSorter {
    private final IntToLongFunction keys;
    private int term;
    private double weight;
    private long key;

    Sorter(IntToLongFunction keys) {
      this.keys = keys;
    }

    @Override
    protected void setPivot(int place) {
      term = terms[place];
      weight = weights[place];
      key = keys.applyAsLong(articles[place]);
    }

    @Override
    protected int comparePivot(int place) {
      if (term != terms[place]) {
        return Integer.compare(term, terms[place]);
      }
      int heavier = Double.compare(weights[place], weight);
      return heavier != 0 ? heavier : Long.compareUnsigned(key, keys.applyAsLong(articles[place]));
    }

    @Override
    protected void swap(int place, int other) {
      int term = terms[place];
      terms[place] = terms[other];
      terms[other] = term;
      int article = articles[place];
      articles[place] = articles[other];
      articles[other] = article;
      double weight = weights[place];
      weights[place] = weights[other];
      weights[other] = weight;
    }
  }
}
