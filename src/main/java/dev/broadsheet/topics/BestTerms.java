package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentBlock;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.Plsa;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The terms that are shown for a topic, the best first: those that weigh much in it, that its
 * documents have and others lack, and that come together.
 *
 * <p>A term's score is its weight in H times its normalised pointwise mutual information with being
 * a document of the topic (Bouma 2009), so that the terms are those of the documents that are given
 * to the topic. The first {@value #CANDIDATES} are then put in another order (as Alokaili, Aletras
 * and Stevenson 2019 advise): after the best, always the one whose score times its mean NPMI with
 * those chosen before is the largest.
 */
final class BestTerms {
  /** How many terms are known of a topic. */
  static final int MOST = 50;

  private static final int CANDIDATES = 20;

  /** A term that is never with the others counts for this much, not for nothing. */
  private static final double LEAST_COHERENCE = 1e-3;

  private BestTerms() {}

  /**
   * The places in the vocabulary of at most {@value #MOST} terms of each topic, in one pass over
   * the documents.
   */
  static int[][] of(DocumentMatrix x, Plsa.Fit fit) {
    int k = fit.topics().k();
    double[][] scores = scores(fit, x.sizes().documents());
    int[][] best = TopicQuality.best(scores, MOST);
    int[][] candidates =
        Arrays.stream(best)
            .map(terms -> Arrays.copyOf(terms, Math.min(CANDIDATES, terms.length)))
            .toArray(int[][]::new);
    long[][] together = x.sum(new TermSets(candidates), BestTerms::together);
    for (int j = 0; j < k; j++) {
      int[] order = order(scores[j], candidates[j], together[j], x.sizes().documents());
      for (int i = 0; i < order.length; i++) {
        best[j][i] = candidates[j][order[i]];
      }
    }
    return best;
  }

  private static double[][] scores(Plsa.Fit fit, double documents) {
    int k = fit.topics().k();
    double[] weights = fit.topics().byTerm();
    double[] frequencies = fit.frequencies();
    double[][] scores = new double[k][weights.length / k];
    for (int v = 0; v < weights.length / k; v++) {
      double all = 0;
      for (int j = 0; j < k; j++) {
        all += frequencies[v * k + j];
      }
      for (int j = 0; j < k; j++) {
        double association =
            TopicQuality.npmi(all, fit.sizes()[j], frequencies[v * k + j], documents);
        scores[j][v] = weights[v * k + j] * Math.max(LEAST_COHERENCE, association);
      }
    }
    return scores;
  }

  /** For each set the documents that have both of two of its terms, row by row. */
  private static long[][] together(Iterator<DocumentBlock> blocks, TermSets sets) {
    long[][] together = new long[sets.topics()][CANDIDATES * CANDIDATES];
    int[] present = new int[sets.topics()];
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      for (int d = 0; d < block.documents(); d++) {
        Arrays.fill(present, 0);
        for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
          sets.mark(block.terms()[i], present);
        }
        for (int topic = 0; topic < present.length; topic++) {
          for (int a = present[topic]; a != 0; a &= a - 1) {
            for (int b = present[topic]; b != 0; b &= b - 1) {
              together[topic][
                  Integer.numberOfTrailingZeros(a) * CANDIDATES
                      + Integer.numberOfTrailingZeros(b)]++;
            }
          }
        }
      }
    }
    return together;
  }

  private static int[] order(double[] scores, int[] terms, long[] together, long documents) {
    List<Integer> left = new ArrayList<>(IntStream.range(0, terms.length).boxed().toList());
    double[] coherence = new double[terms.length];
    int[] order = new int[terms.length];
    for (int n = 0; n < order.length; n++) {
      int chosen = n;
      int next =
          left.stream()
              .min(
                  Comparator.comparingDouble(
                      (Integer i) ->
                          -(float)
                              (scores[terms[i]]
                                  * (chosen == 0
                                      ? 1
                                      : Math.max(LEAST_COHERENCE, coherence[i] / chosen)))))
              .orElseThrow();
      left.remove((Integer) next);
      order[n] = next;
      for (int i : left) {
        coherence[i] +=
            TopicQuality.npmi(
                together[i * CANDIDATES + i],
                together[next * CANDIDATES + next],
                together[i * CANDIDATES + next],
                documents);
      }
    }
    return order;
  }
}
