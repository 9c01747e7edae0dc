package dev.broadsheet.topics;

import org.apache.spark.ml.Transformer;

/**
 * k fitted topics over V terms.
 *
 * @param transformer adds the column {@value #OUTPUT}, a vector of k weights that add up to 1, to
 *     rows with counts and tfidf
 * @param termWeights k × V: how the model itself ranks the terms of a topic
 * @param termProbabilities k × V: p(term | topic), each row adds up to 1
 */
public record TopicModel(
    Transformer transformer, double[][] termWeights, double[][] termProbabilities) {

  /** The column of topic weights. */
  public static final String OUTPUT = "topicDistribution";

  /** No topics, of a corpus without terms. */
  public static final TopicModel NONE = new TopicModel(null, new double[0][], new double[0][]);

  /** k. */
  public int topics() {
    return termWeights.length;
  }
}
