package dev.broadsheet.topics;

import dev.broadsheet.nmf.Judgement;
import java.util.Arrays;

/**
 * A number of topics that was tried.
 *
 * @param npmi mean over the topics
 * @param exclusivity mean over the topics
 * @param score what so many topics gain over one, in nats for each term of a document, in a first
 *     run times the cube of their certainty; 0 where the number was not a matter of choice
 * @param mixed the part of the documents that are of another subject than most of their topic, and
 *     have {@linkplain Judgement#mixed nothing in common} with it
 */
public record Candidate(
    int topics,
    double npmi,
    double diversity,
    double exclusivity,
    double score,
    double mixed,
    double seconds,
    boolean chosen) {

  static Candidate of(
      double[][] termWeights,
      int[][] best,
      double[] npmi,
      double score,
      double mixed,
      double seconds) {
    return new Candidate(
        termWeights.length,
        mean(npmi),
        TopicQuality.diversity(best),
        mean(TopicQuality.exclusivity(termWeights, best)),
        score,
        mixed,
        seconds,
        false);
  }

  /** Topics whose number was not a matter of choice. */
  public static Candidate chosen(TopicModel model, double[] npmi, double seconds) {
    return of(model.termWeights(), model.bestTen(), npmi, 0, 0, seconds).asChosen();
  }

  /** The same, chosen. */
  Candidate asChosen() {
    return new Candidate(topics, npmi, diversity, exclusivity, score, mixed, seconds, true);
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
