package dev.broadsheet.topics.description;

import java.util.Arrays;

/**
 * How large topics are.
 *
 * @param ids ascending
 * @param articles how many articles have each as their main topic
 * @param weights what each has of all articles' weights, in units that all have in common
 */
public record TopicSizes(int[] ids, long[] articles, long[] weights) {
  /** How many articles have a topic as their main one. */
  public long articles(int id) {
    return articles[Arrays.binarySearch(ids, id)];
  }

  /** A topic's part of all articles' weights. */
  double share(int id) {
    double total = Arrays.stream(weights).sum();
    return total == 0 ? 0 : weights[Arrays.binarySearch(ids, id)] / total;
  }
}
