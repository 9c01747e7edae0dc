package dev.broadsheet.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What came of an engine on a corpus.
 *
 * @param scores of each fit
 */
record Result(String engine, Task task, List<Scores> scores) {
  /**
   * What an engine is asked for.
   *
   * @param topics k
   * @param asked how that was said, which may be another k for another corpus
   */
  record Task(String corpus, int topics, String asked) {}

  /** A score of all fits; none where a fit has none. */
  double[] all(Function<Scores, OptionalDouble> score) {
    List<OptionalDouble> all = scores.stream().map(score).toList();
    return all.stream().allMatch(OptionalDouble::isPresent)
        ? all.stream().mapToDouble(OptionalDouble::getAsDouble).toArray()
        : new double[0];
  }

  /** The median of the fits: the first of all has the warm-up of Spark and the JVM in it. */
  double seconds() {
    double[] sorted = scores.stream().mapToDouble(Scores::seconds).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Mean over the fits. */
  OptionalDouble nmi() {
    return Arrays.stream(all(Scores::nmi)).average();
  }
}
