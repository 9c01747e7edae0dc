package dev.broadsheet.topics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Leaves out the topics that are missed least. A factorization that begins with more topics than
 * wanted and then drops some ends in a better minimum than one that begins with as many: a topic
 * that stood twice is dropped, and the one that was missing stays.
 *
 * <p>What the loss gains by a topic is Σ w² over documents; the part of it that the most similar
 * other topic could take over is the square of their cosine. Of two that are missed alike the more
 * coherent stays: the gain is multiplied by the topic's {@linkplain TopicQuality NPMI}.
 */
final class Redundancy {
  /** A topic of the run before goes only where another is this many times as strong. */
  private static final double LOYALTY = 2;

  private static final double LEAST_COHERENCE = 0.01;

  private Redundancy() {}

  /**
   * The topics without those that are missed least.
   *
   * @param energy Σ w² over documents of each topic
   * @param given so many of the first topics are those of the run before
   */
  static TopicFactor reduced(DocumentMatrix x, TopicFactor h, double[] energy, int k, int given) {
    double[] strength = strength(x, h, energy);
    for (int j = 0; j < given && j < h.k(); j++) {
      strength[j] *= LOYALTY;
    }
    return h.only(
        IntStream.range(0, h.k())
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -strength[j]))
            .limit(k)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray());
  }

  /** How much each topic would be missed. */
  static double[] strength(DocumentMatrix x, TopicFactor h, double[] energy) {
    int k = h.k();
    double[] npmi = TopicQuality.npmi(x, TopicQuality.best(h.rows(), TopicQuality.TERMS));
    double[] strength = new double[k];
    for (int j = 0; j < k; j++) {
      double nearest = 0;
      for (int i = 0; i < k; i++) {
        nearest = i == j ? nearest : Math.max(nearest, h.gram()[i * k + j]);
      }
      strength[j] = energy[j] * (1 - nearest * nearest) * Math.max(LEAST_COHERENCE, npmi[j]);
    }
    return strength;
  }
}
