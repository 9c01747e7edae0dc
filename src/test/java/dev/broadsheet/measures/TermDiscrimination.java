package dev.broadsheet.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether the terms that are shown for a topic are those of its articles: the probability that an
 * article has more of the best terms of its own main topic than an article of the other topics has,
 * where half counts if both have as many. For one topic this is the area under the ROC curve of
 * "how many of its best terms" for "is an article of it" (Hanley and McNeil 1982): 1 if the terms
 * tell the topic's articles from all others, 0.5 if they say nothing of them, less if they describe
 * articles that are given to other topics. Topics weigh as many articles as they have, so that a
 * large topic with terms of something else is not hidden by small good ones.
 */
public final class TermDiscrimination {
  private TermDiscrimination() {}

  /**
   * The mean over the articles that have a topic; 0.5 if there are none, or none of other topics.
   *
   * @param documents the terms of each document, each once
   * @param mainTopics of each document; −1 for one without a topic
   * @param best the best terms of each topic
   */
  public static double of(int[][] documents, int[] mainTopics, int[][] best) {
    Map<Integer, List<Integer>> topicsOf = new HashMap<>();
    for (int t = 0; t < best.length; t++) {
      for (int term : best[t]) {
        topicsOf.computeIfAbsent(term, v -> new ArrayList<>()).add(t);
      }
    }
    // How many documents of the topic, and of others, have 0, 1, 2 … of its terms.
    long[][] own = histograms(best);
    long[][] others = histograms(best);
    for (int d = 0; d < documents.length; d++) {
      if (mainTopics[d] >= 0) {
        int[] found = new int[best.length];
        for (int term : documents[d]) {
          topicsOf.getOrDefault(term, List.of()).forEach(t -> found[t]++);
        }
        for (int t = 0; t < best.length; t++) {
          (t == mainTopics[d] ? own : others)[t][found[t]]++;
        }
      }
    }
    double all = Arrays.stream(own).mapToLong(n -> Arrays.stream(n).sum()).sum();
    return all == 0
        ? 0.5
        : IntStream.range(0, best.length)
            .mapToDouble(t -> Arrays.stream(own[t]).sum() / all * area(own[t], others[t]))
            .sum();
  }

  private static long[][] histograms(int[][] best) {
    return Arrays.stream(best).map(terms -> new long[terms.length + 1]).toArray(long[][]::new);
  }

  /** The Mann–Whitney statistic over the number of pairs. */
  private static double area(long[] own, long[] others) {
    double pairs = (double) Arrays.stream(own).sum() * Arrays.stream(others).sum();
    double wins = 0;
    double fewer = 0;
    for (int n = 0; n < own.length; n++) {
      wins += own[n] * (fewer + others[n] / 2.0);
      fewer += others[n];
    }
    return pairs == 0 ? 0.5 : wins / pairs;
  }
}
