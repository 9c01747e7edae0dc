package dev.broadsheet.topics;

import java.util.Arrays;

/**
 * The cosines of the articles of a group, each with all before it, by the terms that both have: a
 * term has a chain of the articles before that have it. Products are added in the ascending order
 * of terms, so that the sum of two articles is the same to the last bit whichever is first.
 */
final class GroupCosines {
  /** Where the chain of a term begins, by its place in the vocabulary; 0 for none. */
  private final int[] chains;

  private final double[] sums;
  private int articles;
  private int[] terms = new int[1 << 12];
  private int[] next = new int[1 << 12];
  private int[] owners = new int[1 << 12];
  private double[] weights = new double[1 << 12];
  private int last;

  /**
   * No articles yet.
   *
   * @param most that a group has
   */
  GroupCosines(int vocabulary, int most) {
    chains = new int[vocabulary];
    sums = new double[most];
  }

  /**
   * Takes the next article of the group.
   *
   * @return its cosines with those before it, in their order, until the next call
   */
  double[] with(PackedArticles packed, int article) {
    int size = packed.read(article);
    Arrays.fill(sums, 0, articles, 0);
    makeRoom(last + size + 1);
    for (int i = 0; i < size; i++) {
      int term = packed.term(i);
      double weight = packed.weight(i);
      for (int link = chains[term]; link != 0; link = next[link]) {
        sums[owners[link]] += weight * weights[link];
      }
      terms[++last] = term;
      next[last] = chains[term];
      owners[last] = articles;
      weights[last] = weight;
      chains[term] = last;
    }
    articles++;
    return sums;
  }

  private void makeRoom(int links) {
    if (links > terms.length) {
      int room = 2 * links;
      terms = Arrays.copyOf(terms, room);
      next = Arrays.copyOf(next, room);
      owners = Arrays.copyOf(owners, room);
      weights = Arrays.copyOf(weights, room);
    }
  }

  /** Forgets the group. */
  void clear() {
    for (int link = 1; link <= last; link++) {
      chains[terms[link]] = 0;
    }
    last = 0;
    articles = 0;
  }
}
