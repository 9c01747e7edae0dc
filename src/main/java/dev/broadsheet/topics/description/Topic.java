package dev.broadsheet.topics.description;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a topic.
 *
 * @param id stays with the topic from run to run
 * @param index the topic's place in the model's vectors of weights, from 0
 * @param articles how many articles have it as their main topic
 * @param share its part of all articles' weights
 * @param x its place on the map of topics, about −1 to 1
 * @param y its place on the map of topics, about −1 to 1
 * @param parentId the largest topic of its group, itself if it is that
 * @param firstSeen the run that first had it
 * @param junk why it is about nothing, if it is
 * @param terms the best 50, by the model's own weight
 */
public record Topic(
    int id,
    int index,
    String label,
    long articles,
    double share,
    Quality quality,
    double x,
    double y,
    int parentId,
    String firstSeen,
    Optional<JunkTopics.Reason> junk,
    List<Term> terms) {

  /**
   * How good its ten best terms are.
   *
   * @param npmi whether they occur in the same articles, −1 to 1
   * @param exclusivity how much they are its own, 0 to 1
   */
  public record Quality(double npmi, double exclusivity) {}

  /**
   * A term of a topic.
   *
   * @param probability p(term | topic)
   * @param lift p(term | topic) / p(term)
   */
  public record Term(int rank, String term, double probability, double lift) {}
}
