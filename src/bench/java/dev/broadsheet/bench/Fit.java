package dev.broadsheet.bench;

import java.util.Arrays;

/**
 * What an engine found.
 *
 * @param seconds to learn the topics from documents in memory, with all that the job asks of the
 *     engine
 * @param bestTerms the ten best terms of each topic, places in the vocabulary
 * @param termProbabilities k × V: p(term | topic), or what the engine has instead of it
 * @param mainTopics of each document, 0 to k − 1; −1 for one without a topic
 */
record Fit(double seconds, int[][] bestTerms, double[][] termProbabilities, int[] mainTopics) {

  /** Work that is timed. */
  interface Work<T> {
    T run() throws Exception;
  }

  /** A result, and the seconds that it took. */
  record Timed<T>(T result, double seconds) {
    static <T> Timed<T> of(Work<T> work) {
      try {
        long started = System.nanoTime();
        T result = work.run();
        return new Timed<>(result, (System.nanoTime() - started) / 1e9);
      } catch (Exception e) {
        throw new IllegalStateException("Cannot finish the fit: " + e.getMessage(), e);
      }
    }
  }

  /** k. */
  int topics() {
    return bestTerms.length;
  }

  /** The place of the largest weight, the first of equals; −1 if all are 0. */
  static int largest(double[] weights) {
    int largest = 0;
    for (int t = 1; t < weights.length; t++) {
      largest = weights[t] > weights[largest] ? t : largest;
    }
    return weights[largest] > 0 ? largest : -1;
  }

  /** Scales a topic so that it adds up to 1. */
  static double[] normalized(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return sum == 0 ? weights : Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
