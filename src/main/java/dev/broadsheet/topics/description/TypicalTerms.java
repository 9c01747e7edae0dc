package dev.broadsheet.topics.description;

import dev.broadsheet.topics.Vocabulary;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How typical texts are of topics. The weight of a topic does not say so: it is 1 for a note that
 * has two words of the topic and none of another, as for the articles that are about nothing else.
 *
 * <p>What a text has of the topic's shown terms counts, and what part of its own terms they are, as
 * recall and precision do: a long text has many terms of everything. A term that is shown for a
 * topic counts by its part of the Kullback–Leibler divergence from the corpus to the topic: p(term
 * | topic) · ln(p(term | topic) / p(term)). Of the size of k × 50.
 */
public final class TypicalTerms implements Serializable {
  private static final long serialVersionUID = 1;

  /** Places in the vocabulary, ascending, and what each counts; together 1, or 0. */
  private static final class OfTopic implements Serializable {
    private static final long serialVersionUID = 1;
    private final int[] places;
    private final double[] parts;

    private OfTopic(List<Topic.Term> terms, Map<String, Integer> vocabulary) {
      List<Topic.Term> ascending =
          terms.stream()
              .sorted(Comparator.comparing((Topic.Term term) -> vocabulary.get(term.term())))
              .toList();
      places = ascending.stream().mapToInt(term -> vocabulary.get(term.term())).toArray();
      parts = ascending.stream().mapToDouble(OfTopic::divergence).toArray();
      double all = Arrays.stream(parts).sum();
      for (int i = 0; all > 0 && i < parts.length; i++) {
        parts[i] /= all;
      }
    }

    private static double divergence(Topic.Term term) {
      return term.probability() * StrictMath.log(Math.max(1, term.lift()));
    }
  }

  private final Map<Integer, OfTopic> topics = new HashMap<>();

  /** Of topics over a vocabulary. */
  public TypicalTerms(List<Topic> described, Vocabulary vocabulary) {
    String[] terms = vocabulary.terms();
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, terms.length).forEach(v -> places.put(terms[v], v));
    described.forEach(topic -> topics.put(topic.id(), new OfTopic(topic.terms(), places)));
  }

  /**
   * How typical a text is, 0 to 1.
   *
   * @param terms of the text: places in the vocabulary, ascending
   */
  public double of(int topicId, int[] terms) {
    OfTopic topic = topics.get(topicId);
    double part = 0;
    int shared = 0;
    for (int i = 0; i < topic.places.length; i++) {
      if (topic.parts[i] > 0 && Arrays.binarySearch(terms, topic.places[i]) >= 0) {
        part += topic.parts[i];
        shared++;
      }
    }
    return shared == 0 ? 0 : part * shared / terms.length;
  }
}
