package dev.broadsheet.topics;

import java.util.List;

/**
 * What is known of a topic.
 *
 * @param id stays with the topic; 1 is the largest
 * @param index the topic's place in the model
 * @param articles how many articles have it as their main topic
 * @param share its part of all articles' weights
 * @param terms the best 50, by the model's own weight
 */
public record Topic(
    int id, int index, String label, long articles, double share, List<Term> terms) {

  /**
   * A term of a topic.
   *
   * @param probability p(term | topic)
   * @param lift p(term | topic) / p(term)
   */
  public record Term(int rank, String term, double probability, double lift) {}
}
