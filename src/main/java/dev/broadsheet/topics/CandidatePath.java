package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.Hals;
import dev.broadsheet.nmf.Judgement;
import dev.broadsheet.nmf.Plsa;
import dev.broadsheet.nmf.TopicFactor;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One path through many numbers of topics, from the largest to the smallest: a factorization of the
 * largest, then {@link Plsa} joins the topics that are most alike and passes over the documents,
 * each number beginning where the one before ended.
 */
final class CandidatePath {
  private static final int PASSES = 20;
  private static final double TOLERANCE = 1e-3;

  private CandidatePath() {}

  /**
   * Looks at all candidates.
   *
   * @param many where a factorization of the largest number begins
   * @param candidates falling
   * @param apart so many of the first topics are given, and not joined with each other
   * @param curve where the candidates go
   * @return where the best of them ended, the first of equals; none if no topics are given
   */
  static TopicFactor of(
      DocumentMatrix x, TopicFactor many, int[] candidates, int apart, List<Candidate> curve) {
    TopicFactor reached = TopicFactor.NONE;
    double most = 0;
    long start = System.nanoTime();
    TopicFactor found = Hals.fit(x, many, PASSES, TOLERANCE).topics();
    try (Plsa topics = new Plsa(x, found)) {
      long[] mixed = new long[topics.k()];
      Judgement judgement = topics.judge();
      for (int k : candidates) {
        if (k < topics.k()) {
          mixed = judgement.mixed(topics.join(k, apart), mixed);
          judgement = topics.judge();
        }
        // One topic more beside others hardly changes the certainty, and is worth its evidence.
        double gain = judgement.gain();
        double score = apart > 0 ? gain : TopicSelection.score(gain, judgement.certainty());
        double[][] rows = TopicFactor.rows(topics.k(), topics.probabilities());
        int[][] best =
            TopicQuality.best(
                characteristic(TopicFactor.rows(topics.k(), topics.frequencies())),
                TopicQuality.TERMS);
        long end = System.nanoTime();
        curve.add(
            Candidate.of(
                rows,
                best,
                TopicQuality.npmi(x, best),
                score,
                judgement.part(mixed),
                (end - start) / 1e9));
        start = end;
        if (apart > 0 && (reached.k() == 0 || (float) score > (float) most)) {
          most = score;
          reached = topics.fit().topics();
        }
      }
    }
    return reached;
  }

  /**
   * How many documents of a topic have a term, times ln of how many more these are than by chance.
   */
  private static double[][] characteristic(double[][] frequencies) {
    int terms = frequencies[0].length;
    double[] all = new double[terms];
    double[] sizes = new double[frequencies.length];
    double total = 0;
    for (int j = 0; j < sizes.length; j++) {
      for (int v = 0; v < terms; v++) {
        all[v] += frequencies[j][v];
        sizes[j] += frequencies[j][v];
      }
      total += sizes[j];
    }
    double sum = total;
    return IntStream.range(0, sizes.length)
        .mapToObj(
            j ->
                IntStream.range(0, terms)
                    .mapToDouble(
                        v ->
                            frequencies[j][v] > 0
                                ? frequencies[j][v]
                                    * StrictMath.log(frequencies[j][v] * sum / (all[v] * sizes[j]))
                                : 0)
                    .toArray())
        .toArray(double[][]::new);
  }
}
