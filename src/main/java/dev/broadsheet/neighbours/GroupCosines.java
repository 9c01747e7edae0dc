package dev.broadsheet.neighbours;

import java.util.Arrays;

/**
 * The cosines of the articles of a group, each with all before it, by the terms that both have: the
 * articles before that have a term lie side by side. Products are added in the ascending order of
 * terms, so that the sum of two articles is the same to the last bit whichever is first.
 */
final class GroupCosines {
  /** Where the articles of a term begin, by its place in the vocabulary; 0 where one has it. */
  private final int[] begins;

  /** Where they end so far; before they have a place, how many there will be. */
  private final int[] ends;

  private final double[] sums;

  /** The terms of all articles of the group, one article after another. */
  private int[] terms = new int[1 << 12];

  private double[] weights = new double[1 << 12];

  /** Where those of each article begin. */
  private final int[] articles;

  /** The articles of all terms, one term after another; the first place is not used. */
  private int[] owners = new int[1 << 12];

  private double[] owned = new double[1 << 12];

  /**
   * No articles yet.
   *
   * @param most that a group has
   */
  GroupCosines(int vocabulary, int most) {
    begins = new int[vocabulary];
    ends = new int[vocabulary];
    sums = new double[most];
    articles = new int[most + 1];
  }

  /** Takes a group in place of the one before. */
  void take(PackedArticles packed, int[] group) {
    int size = 0;
    for (int i = 0; i < group.length; i++) {
      int more = packed.read(group[i]);
      makeRoom(size + more + 1);
      for (int j = 0; j < more; j++) {
        terms[size] = packed.term(j);
        weights[size] = packed.weight(j);
        ends[terms[size++]]++;
      }
      articles[i + 1] = size;
    }
    int next = 1;
    for (int i = 0; i < size; i++) {
      int term = terms[i];
      if (begins[term] == 0) {
        int many = ends[term] > 1 ? ends[term] : 0;
        begins[term] = many == 0 ? 0 : next;
        ends[term] = begins[term];
        next += many;
      }
    }
  }

  /**
   * The cosines of the next article of the group.
   *
   * @param article its place in the group; the one before it came before
   * @return its cosines with those before it, in their order, until the next call
   */
  double[] withEarlier(int article) {
    Arrays.fill(sums, 0, article, 0);
    for (int i = articles[article]; i < articles[article + 1]; i++) {
      int term = terms[i];
      int begin = begins[term];
      if (begin > 0) {
        int end = ends[term]++;
        double weight = weights[i];
        for (int other = begin; other < end; other++) {
          sums[owners[other]] += weight * owned[other];
        }
        owners[end] = article;
        owned[end] = weight;
      }
    }
    return sums;
  }

  private void makeRoom(int places) {
    if (places > terms.length) {
      int room = 2 * places;
      terms = Arrays.copyOf(terms, room);
      weights = Arrays.copyOf(weights, room);
      owners = Arrays.copyOf(owners, room);
      owned = Arrays.copyOf(owned, room);
    }
  }

  /** Forgets the group, of so many articles. */
  void clear(int group) {
    for (int i = 0; i < articles[group]; i++) {
      begins[terms[i]] = 0;
      ends[terms[i]] = 0;
    }
  }
}
