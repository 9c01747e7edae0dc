package dev.broadsheet.topics.description;

import dev.broadsheet.topics.TopicModel;
import dev.broadsheet.topics.TopicQuality;
import dev.broadsheet.topics.Vocabulary;
import dev.broadsheet.topics.map.TopicMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts together what is known of each topic. Everything here is of the size of k × 50. */
public final class Topics {
  /** What a model gives a term that the topic never uses is above zero, but only just. */
  private static final double LEAST_PROBABILITY = 1e-6;

  /** Two topics, by id, and how similar they are: 1 − Jensen–Shannon distance. */
  public record Link(int topicId, int otherId, double similarity) {}

  /** The topics, by id, and the most similar others of each. */
  public record Description(List<Topic> topics, List<Link> links) {}

  private Topics() {}

  /**
   * Describes the topics in the order of their ids.
   *
   * @param words which of the terms are nouns and names
   * @param ids the topic_id of each of the model's topics
   * @param npmi of each of the model's topics
   * @param sizes of the topics
   * @param junk how to tell topics that are about nothing
   */
  public static Description describe(
      TopicModel model,
      Vocabulary vocabulary,
      WordClasses words,
      int[] ids,
      double[] npmi,
      TopicSizes sizes,
      JunkTopics junk,
      EarlierTopics earlier,
      String runId) {
    int[] order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparingInt(index -> ids[index]))
            .mapToInt(Integer::intValue)
            .toArray();
    List<List<Topic.Term>> terms =
        Arrays.stream(order).mapToObj(index -> terms(model, vocabulary, index)).toList();
    List<String> labels = TopicLabels.of(terms, words);
    double[][] distances = distances(model, vocabulary, order);
    double[][] between =
        Arrays.stream(distances, 0, order.length)
            .map(row -> Arrays.copyOf(row, order.length))
            .toArray(double[][]::new);
    long[] articles = Arrays.stream(order).mapToLong(index -> sizes.articles(ids[index])).toArray();
    double[][] places = TopicMap.of(between, places(ids, order, earlier));
    int[] parents = TopicTree.parents(between, articles);
    double[] exclusivity = TopicQuality.exclusivity(model.termWeights(), model.bestTen());
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      int index = order[i];
      int id = ids[index];
      topics.add(
          new Topic(
              id,
              index,
              labels.get(i),
              articles[i],
              sizes.share(id),
              new Topic.Quality(npmi[index], exclusivity[index]),
              places[i][0],
              places[i][1],
              ids[order[parents[i]]],
              earlier.firstSeen().getOrDefault(id, runId),
              junk.reason(id, npmi[index], distances[i][order.length]),
              terms.get(i)));
    }
    List<Link> links =
        TopicLinks.of(between).stream()
            .map(l -> new Link(ids[order[l.topic()]], ids[order[l.other()]], l.similarity()))
            .toList();
    return new Description(topics, links);
  }

  /** Between topics, and in the last row and column to the whole corpus. */
  private static double[][] distances(TopicModel model, Vocabulary vocabulary, int[] order) {
    double tokens = vocabulary.tokens();
    double[] corpus =
        Arrays.stream(vocabulary.termFrequency()).mapToDouble(n -> n / tokens).toArray();
    return TopicDistances.jensenShannon(
        Stream.concat(
                Arrays.stream(order).mapToObj(index -> model.termProbabilities()[index]),
                Stream.of(corpus))
            .toArray(double[][]::new));
  }

  private static Map<Integer, double[]> places(int[] ids, int[] order, EarlierTopics earlier) {
    Map<Integer, double[]> places = new HashMap<>();
    for (int i = 0; i < order.length; i++) {
      double[] place = earlier.places().get(ids[order[i]]);
      if (place != null) {
        places.put(i, place);
      }
    }
    return places;
  }

  private static List<Topic.Term> terms(TopicModel model, Vocabulary vocabulary, int index) {
    double[] probabilities = model.termProbabilities()[index];
    int[] best =
        Arrays.stream(model.bestTerms()[index])
            .filter(v -> probabilities[v] > LEAST_PROBABILITY)
            .toArray();
    double tokens = vocabulary.tokens();
    return IntStream.range(0, best.length)
        .mapToObj(
            i -> {
              int v = best[i];
              double everywhere = vocabulary.termFrequency()[v] / tokens;
              return new Topic.Term(
                  i + 1, vocabulary.terms()[v], probabilities[v], probabilities[v] / everywhere);
            })
        .toList();
  }
}
