package dev.broadsheet.topics.description;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;

/** From how many sources the articles of each topic are: bounded by the number of topics. */
public final class TopicSources implements Serializable {
  private static final long serialVersionUID = 1;

  /** The articles of a topic: all, those that have a source, those of the largest source. */
  static final class OfTopic implements Serializable {
    private static final long serialVersionUID = 1;
    private long all;
    private long sourced;
    private long largest;

    long all() {
      return all;
    }

    long sourced() {
      return sourced;
    }

    long largest() {
      return largest;
    }
  }

  private static final OfTopic NOTHING = new OfTopic();

  private final Map<Integer, OfTopic> topics = new HashMap<>();
  private long sources;
  private long articles;
  private long largest;

  /**
   * Adds the articles of a topic and a source, once for each.
   *
   * @param source null for articles without
   */
  public void add(String source, int topicId, long count) {
    OfTopic topic = topics.computeIfAbsent(topicId, id -> new OfTopic());
    topic.all += count;
    if (source != null) {
      topic.sourced += count;
      topic.largest = Math.max(topic.largest, count);
    }
  }

  /**
   * Adds the articles of a source that have a topic, once for each source.
   *
   * @param source null for articles without
   */
  public void addSource(String source, long count) {
    if (source != null && count > 0) {
      sources++;
      articles += count;
      largest = Math.max(largest, count);
    }
  }

  /** Adds what was counted of other sources. */
  public void add(TopicSources other) {
    other.topics.forEach(
        (id, more) -> {
          OfTopic topic = topics.computeIfAbsent(id, t -> new OfTopic());
          topic.all += more.all;
          topic.sourced += more.sourced;
          topic.largest = Math.max(topic.largest, more.largest);
        });
    sources += other.sources;
    articles += other.articles;
    largest = Math.max(largest, other.largest);
  }

  OfTopic of(int topicId) {
    return topics.getOrDefault(topicId, NOTHING);
  }

  /** How many sources have an article with a topic. */
  long sources() {
    return sources;
  }

  /** The part of all articles with a topic and a source that the largest source has. */
  double largestShare() {
    return articles == 0 ? 0 : (double) largest / articles;
  }
}
