package dev.broadsheet.stories;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * An article that prints several texts, a roundup, would join their stories. It stays with the
 * nearest of its near-duplicates, and with those that have something in common with that one.
 */
final class Roundups {
  /** Half of what near-duplicates have in common at least. */
  private static final double LEAST_SIMILAR = 0.06;

  /** A near-duplicate of an article. */
  private record Neighbour(long key, double similarity) {
    static final Comparator<Neighbour> NEAREST =
        Comparator.comparingDouble(Neighbour::similarity)
            .reversed()
            .thenComparingLong(Neighbour::key);
  }

  private Roundups() {}

  /**
   * Of the links between near-duplicates those that hold seen from either end.
   *
   * @param articles by key, all that links name
   */
  static Candidates parted(Candidates links, Map<Long, Signature> articles) {
    Map<Long, Neighbour> nearest = new HashMap<>();
    for (int i = 0; i < links.size(); i++) {
      long earlier = links.earlier(i);
      long later = links.later(i);
      double similarity = NearDuplicates.similarity(articles.get(earlier), articles.get(later));
      add(nearest, earlier, new Neighbour(later, similarity));
      add(nearest, later, new Neighbour(earlier, similarity));
    }
    var held = new Candidates.Builder();
    for (int i = 0; i < links.size(); i++) {
      if (holds(links.earlier(i), links.later(i), nearest, articles)
          && holds(links.later(i), links.earlier(i), nearest, articles)) {
        held.add(links, i);
      }
    }
    return held.build();
  }

  private static void add(Map<Long, Neighbour> nearest, long article, Neighbour other) {
    nearest.merge(article, other, (a, b) -> Neighbour.NEAREST.compare(a, b) <= 0 ? a : b);
  }

  private static boolean holds(
      long article, long other, Map<Long, Neighbour> nearest, Map<Long, Signature> articles) {
    long mine = nearest.get(article).key();
    return mine == other
        || NearDuplicates.similarity(articles.get(mine), articles.get(other)) >= LEAST_SIMILAR;
  }
}
