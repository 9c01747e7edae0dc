package dev.broadsheet.topics.description;

import java.util.Locale;
import java.util.Optional;

/**
 * Says which topics are about nothing, by three rules; none among fewer than 20 documents, whose
 * terms come together by chance.
 */
public final class JunkTopics {
  /** A topic of fewer articles may be a small event that one source tells. */
  private static final long ARTICLES = 10;

  /**
   * Or one that all tell in the same words: of twelve articles nearly all have each of ten terms.
   */
  private static final long PASTED_ARTICLES = 20;

  /** Ten terms that nearly always come together are a text that is pasted into articles. */
  private static final double PASTED = 0.85;

  /** A topic this near to the corpus (Jensen–Shannon distance, 0 to 1) says nothing of its own. */
  private static final double NEAR = 0.25;

  /** A topic belongs to a source that has this part of its articles, */
  private static final double MOST = 0.95;

  /** where the corpus has three sources or more, none with more than half of it. */
  private static final int SOURCES = 3;

  private static final double HALF = 0.5;

  private static final long FEW = 20;

  /** Why a topic is junk. */
  public enum Reason {
    /** The best terms of twenty articles or more nearly always occur together: NPMI of 0.85. */
    BOILERPLATE,
    /** 95 % of its ten articles or more are of one source, in a corpus of several. */
    ONE_SOURCE,
    /** Its terms are those of the whole corpus: a distance to it of 0.25 or less. */
    NEAR_UNIFORM;

    /** The name in {@code topics.junk_reason}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final TopicSources topics;
  private final boolean few;
  private final boolean severalSources;

  /**
   * Judges topics by where their articles are from.
   *
   * @param documents how many the topics were learnt from
   */
  public JunkTopics(TopicSources topics, long documents) {
    this.topics = topics;
    few = documents < FEW;
    severalSources = topics.sources() >= SOURCES && topics.largestShare() <= HALF;
  }

  /**
   * Why a topic is junk, if it is.
   *
   * @param npmi of its best terms
   * @param distance from p(term | topic) to p(term), Jensen–Shannon
   */
  Optional<Reason> reason(int topicId, double npmi, double distance) {
    if (few) {
      return Optional.empty();
    }
    TopicSources.OfTopic articles = topics.of(topicId);
    if (articles.all() >= PASTED_ARTICLES && npmi >= PASTED) {
      return Optional.of(Reason.BOILERPLATE);
    }
    if (severalSources
        && articles.sourced() >= ARTICLES
        && articles.largest() >= MOST * articles.sourced()) {
      return Optional.of(Reason.ONE_SOURCE);
    }
    return distance <= NEAR ? Optional.of(Reason.NEAR_UNIFORM) : Optional.empty();
  }
}
