package dev.broadsheet.measures;

import java.util.Arrays;

/**
 * Whether a few topics have taken the documents, by main topic.
 *
 * @param largest the largest topic's share of the documents that have a topic, 0 to 1
 * @param tiny how many topics have less than {@value #TINY} of an equal share of them
 */
public record Balance(double largest, int tiny) {
  private static final double TINY = 0.05;

  /**
   * Counts the documents of each topic.
   *
   * @param mainTopics of each document, 0 to k − 1; −1 for one without a topic
   * @param k how many topics there are
   */
  public static Balance of(int[] mainTopics, int k) {
    long[] sizes = new long[k];
    Arrays.stream(mainTopics).filter(topic -> topic >= 0).forEach(topic -> sizes[topic]++);
    double all = Arrays.stream(sizes).sum();
    return new Balance(
        all == 0 ? 0 : Arrays.stream(sizes).max().orElse(0) / all,
        (int) Arrays.stream(sizes).filter(size -> size * k < TINY * all).count());
  }
}
