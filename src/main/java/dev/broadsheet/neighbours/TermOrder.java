package dev.broadsheet.neighbours;

import java.io.Serializable;

/**
 * The terms in an order in which those that articles have together are near each other: by the
 * topic that gives each the largest probability. Where terms are cut into parts, most of the best
 * terms of an article are in few of them. What is computed does not depend on it, only how much is
 * sent.
 */
public final class TermOrder implements Serializable {
  private static final long serialVersionUID = 1;

  /** Twice the articles of all terms before each, and its own. */
  private final long[] middles;

  private final long all;

  private TermOrder(long[] middles, long all) {
    this.middles = middles;
    this.all = all;
  }

  /**
   * The order for a model.
   *
   * @param termProbabilities k × V: p(term | topic)
   * @param documentFrequency of each of the V terms
   */
  public static TermOrder of(double[][] termProbabilities, long[] documentFrequency) {
    int terms = documentFrequency.length;
    int[] main = new int[terms];
    for (int topic = 1; topic < termProbabilities.length; topic++) {
      double[] probabilities = termProbabilities[topic];
      for (int term = 0; term < terms; term++) {
        if (probabilities[term] > termProbabilities[main[term]][term]) {
          main[term] = topic;
        }
      }
    }
    long[] middles = new long[terms];
    long before = 0;
    for (int topic = 0; topic < Math.max(1, termProbabilities.length); topic++) {
      for (int term = 0; term < terms; term++) {
        if (main[term] == topic) {
          middles[term] = 2 * before + documentFrequency[term];
          before += documentFrequency[term];
        }
      }
    }
    return new TermOrder(middles, Math.max(1, 2 * before));
  }

  /** In which of so many parts, of about as many articles each, a term is. */
  int part(int term, int parts) {
    return (int) Math.min(parts - 1, middles[term] * parts / all);
  }
}
