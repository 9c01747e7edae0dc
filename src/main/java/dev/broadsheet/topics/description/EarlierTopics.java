package dev.broadsheet.topics.description;

import java.util.Map;

/**
 * What a run knows of the topics of the run before.
 *
 * @param before their ids and term weights
 * @param firstSeen by id, the run that first had the topic
 * @param places by id, x and y on the map
 */
public record EarlierTopics(
    TopicContinuity.Before before, Map<Integer, String> firstSeen, Map<Integer, double[]> places) {

  /** Before the first run. */
  public static final EarlierTopics NONE =
      new EarlierTopics(TopicContinuity.Before.NOTHING, Map.of(), Map.of());
}
