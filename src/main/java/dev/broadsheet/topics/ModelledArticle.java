package dev.broadsheet.topics;

import java.io.Serializable;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/** An original that has terms, with these and its {@linkplain ArticleTopics topics}. */
public final class ModelledArticle implements Serializable {
  private static final long serialVersionUID = 1;

  private final String id;
  private final int[] topics;
  private final double[] weights;
  private final int[] terms;
  private final int[] counts;

  /**
   * Puts together.
   *
   * @param counts of its terms
   * @param all k weights of topics, 0 or more
   */
  static ModelledArticle of(String id, Vector counts, double[] all) {
    return new ModelledArticle(id, counts.toSparse(), ArticleTopics.of(all));
  }

  private ModelledArticle(String id, SparseVector vector, ArticleTopics kept) {
    this.id = id;
    topics = kept.topics();
    weights = kept.weights();
    terms = vector.indices();
    counts = new int[terms.length];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (int) vector.values()[i];
    }
  }

  /** Its article_id. */
  public String id() {
    return id;
  }

  /** Places in the model, the main topic first. */
  public int[] topics() {
    return topics;
  }

  /** Weights of these, which add up to 1. */
  public double[] weights() {
    return weights;
  }

  /** Places in the vocabulary, ascending. */
  public int[] terms() {
    return terms;
  }

  /** How often each of these is in it. */
  public int[] counts() {
    return counts;
  }
}
