package dev.broadsheet.bench;

import dev.broadsheet.topics.TopicQuality;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How good the topics of a fit are.
 *
 * @param npmi mean over the topics of the document NPMI of their ten best terms
 * @param diversity share of different terms among the ten best of all topics
 * @param nmi of the main topics with the labels, of documents that have one
 * @param recovered how many planted topics were found: pairs, each topic in one at most, with a
 *     cosine over 0.9 between the probabilities of their terms
 */
record Scores(double npmi, double diversity, OptionalDouble nmi, OptionalDouble recovered) {
  static Scores of(Fit fit, Documents documents) {
    int[][] best = TopicQuality.best(fit.termWeights(), TopicQuality.TERMS);
    double npmi = Arrays.stream(TopicQuality.npmi(documents.vectors(), best)).average().orElse(0);
    int[] labelled =
        IntStream.range(0, documents.count())
            .filter(d -> !documents.labels()[d].isEmpty())
            .toArray();
    return new Scores(
        npmi,
        TopicQuality.diversity(best),
        labelled.length == 0
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                MutualInformation.normalized(
                    Arrays.stream(labelled).mapToObj(d -> fit.mainTopics()[d]).toList(),
                    Arrays.stream(labelled).mapToObj(d -> documents.labels()[d]).toList())),
        documents
            .planted()
            .map(
                planted -> OptionalDouble.of(PlantedTopics.found(planted, fit.termProbabilities())))
            .orElse(OptionalDouble.empty()));
  }
}
