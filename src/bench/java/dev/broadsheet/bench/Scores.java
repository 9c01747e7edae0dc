package dev.broadsheet.bench;

import dev.broadsheet.measures.Agreement;
import dev.broadsheet.measures.Balance;
import dev.broadsheet.measures.TermDiscrimination;
import dev.broadsheet.measures.WindowedNpmi;
import dev.broadsheet.topics.TopicQuality;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleBiFunction;
import org.apache.spark.ml.linalg.SparseVector;

/**
 * How good a fit is, and the seconds that it took.
 *
 * @param nmi of the main topics with the labels, of documents that have one
 * @param purity the same; see {@link Agreement}
 * @param npmi mean over the topics of the document NPMI of their ten best terms
 * @param windowedNpmi the same within windows of ten tokens; see {@link WindowedNpmi}
 * @param diversity share of different terms among the ten best of all topics
 * @param balance of the topics, by documents
 * @param discrimination whether the ten best terms are those of the topic's documents; see {@link
 *     TermDiscrimination}
 * @param recovered how many planted topics were found: pairs, each topic in one at most, with a
 *     cosine over 0.9 between the probabilities of their terms
 */
record Scores(
    double seconds,
    OptionalDouble nmi,
    OptionalDouble purity,
    double npmi,
    double windowedNpmi,
    double diversity,
    Balance balance,
    double discrimination,
    OptionalDouble recovered) {

  static Scores of(Fit fit, Documents documents) {
    int[][] best = fit.bestTerms();
    int[][] terms =
        Arrays.stream(documents.features()).map(SparseVector::indices).toArray(int[][]::new);
    return new Scores(
        fit.seconds(),
        agreement(fit, documents, Agreement::nmi),
        agreement(fit, documents, Agreement::purity),
        mean(TopicQuality.npmi(documents.vectors(), best)),
        mean(WindowedNpmi.of(documents.tokens(), best)),
        TopicQuality.diversity(best),
        Balance.of(fit.mainTopics(), fit.topics()),
        TermDiscrimination.of(terms, fit.mainTopics(), best),
        documents
            .planted()
            .map(
                planted -> OptionalDouble.of(PlantedTopics.found(planted, fit.termProbabilities())))
            .orElse(OptionalDouble.empty()));
  }

  /** The first of them, for a log. */
  String line() {
    return "%.1f s, NMI %s, NPMI %.3f, largest topic %.2f"
        .formatted(
            seconds,
            nmi.isPresent() ? "%.3f".formatted(nmi.getAsDouble()) : "unknown",
            npmi,
            balance.largest());
  }

  /** Documents without a topic are a group of their own. */
  private static OptionalDouble agreement(
      Fit fit, Documents documents, ToDoubleBiFunction<List<Integer>, List<String>> measure) {
    int[] labelled = documents.labelled();
    return labelled.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(
            measure.applyAsDouble(
                Arrays.stream(labelled).mapToObj(d -> fit.mainTopics()[d]).toList(),
                Arrays.stream(labelled).mapToObj(d -> documents.labels()[d]).toList()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
