package dev.broadsheet.nmf;

import java.io.Serializable;

/** The factor H of X ≈ WH: k topics over V terms, every topic of length 1 (L2) or 0. */
public final class TopicFactor implements Serializable {
  /** No topics over V terms. */
  public static final TopicFactor NONE = new TopicFactor(0, new double[0]);

  private final int k;
  private final double[] byTerm;
  private final double[] gram;

  private TopicFactor(int k, double[] byTerm) {
    this.k = k;
    this.byTerm = byTerm;
    gram = TermMatrix.gram(byTerm, k);
  }

  /** Topics. */
  public int k() {
    return k;
  }

  /** V × k: a term's weights in all topics lie side by side, as every pass reads them. */
  public double[] byTerm() {
    return byTerm;
  }

  /** HHᵀ, k × k. */
  double[] gram() {
    return gram;
  }

  /** Scales the topics of a V × k matrix, which it keeps, to length 1. */
  static TopicFactor of(int k, double[] byTerm) {
    return new TopicFactor(k, scaled(k, byTerm));
  }

  /** Of a V × k matrix that is {@linkplain #scaled scaled} already, which it keeps. */
  static TopicFactor ofScaled(int k, double[] byTerm) {
    return new TopicFactor(k, byTerm);
  }

  /** A V × k matrix, whose topics it scales to length 1. */
  static double[] scaled(int k, double[] byTerm) {
    double[] length = new double[k];
    for (int row = 0; row < byTerm.length; row += k) {
      for (int j = 0; j < k; j++) {
        length[j] += byTerm[row + j] * byTerm[row + j];
      }
    }
    for (int j = 0; j < k; j++) {
      length[j] = length[j] > 0 ? Math.sqrt(length[j]) : 1;
    }
    for (int row = 0; row < byTerm.length; row += k) {
      for (int j = 0; j < k; j++) {
        byTerm[row + j] /= length[j];
      }
    }
    return byTerm;
  }

  /** Scales the topics of k × V rows to length 1. */
  public static TopicFactor ofRows(double[][] topics) {
    return of(topics.length, byTerm(topics));
  }

  /** Of k × V rows that were scaled before: every bit stays. */
  public static TopicFactor exactly(double[][] topics) {
    double[] byTerm = byTerm(topics);
    return new TopicFactor(topics.length, byTerm);
  }

  /** The V × k matrix of k × V rows. */
  public static double[] byTerm(double[][] topics) {
    int k = topics.length;
    double[] byTerm = new double[k * topics[0].length];
    for (int j = 0; j < k; j++) {
      for (int v = 0; v < topics[j].length; v++) {
        byTerm[v * k + j] = topics[j][v];
      }
    }
    return byTerm;
  }

  /** Some of the topics. */
  public TopicFactor only(int[] topics) {
    double[] some = new double[terms() * topics.length];
    for (int v = 0; v < terms(); v++) {
      for (int j = 0; j < topics.length; j++) {
        some[v * topics.length + j] = byTerm[v * k + topics[j]];
      }
    }
    return new TopicFactor(topics.length, some);
  }

  /** V. */
  int terms() {
    return k == 0 ? 0 : byTerm.length / k;
  }

  /** k × V. */
  public double[][] rows() {
    return rows(k, byTerm);
  }

  /** The k × V rows of a V × k matrix. */
  public static double[][] rows(int k, double[] byTerm) {
    double[][] rows = new double[k][k == 0 ? 0 : byTerm.length / k];
    for (int j = 0; j < k; j++) {
      for (int v = 0; v < rows[j].length; v++) {
        rows[j][v] = byTerm[v * k + j];
      }
    }
    return rows;
  }
}
