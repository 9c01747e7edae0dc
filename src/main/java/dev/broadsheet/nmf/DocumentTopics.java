package dev.broadsheet.nmf;

import java.util.Arrays;

/**
 * p(topic | document) of one document after another, for p(term | topic) as it is: {@value #STEPS}
 * steps of expectation maximisation on the counts (folding in; Hofmann 1999, pp. 50–57) from the
 * weights that a factorization gives the document, whose topics it keeps to. A step costs nnz · a,
 * where a topics have a weight. Not for several threads: the results live until the next call.
 */
public final class DocumentTopics {
  private static final int STEPS = 8;

  /** A term that is less probable than this in all topics of a document says nothing. */
  private static final double LEAST = 1e-280;

  private final int k;
  private final double[] byTerm;
  private final int[] topics;
  private final double[] shares;
  private final double[] next;
  private double[] known = new double[0];
  private int active;

  /**
   * For documents over the terms of a model.
   *
   * @param byTerm p(term | topic), V × k
   */
  public DocumentTopics(int k, double[] byTerm) {
    this.k = k;
    this.byTerm = byTerm;
    topics = new int[k];
    shares = new double[k];
    next = new double[k];
  }

  /** How many topics the last document has. */
  public int active() {
    return active;
  }

  /** The last document's topics, ascending: as many as are {@link #active}. */
  public int[] topics() {
    return topics;
  }

  /** Their shares, which add up to 1. */
  public double[] shares() {
    return shares;
  }

  /** The last document's topic with the largest share, the first of equals. */
  int main() {
    int main = 0;
    for (int a = 1; a < active; a++) {
      main = shares[a] > shares[main] ? a : main;
    }
    return topics[main];
  }

  /**
   * Begins a document with the topics that a factorization gives it.
   *
   * @param weights k weights of 0 or more; a document without any has no topics
   */
  public void begin(double[] weights) {
    active = 0;
    for (int j = 0; j < k; j++) {
      if (weights[j] > 0) {
        topics[active] = j;
        shares[active++] = weights[j];
      }
    }
    scale(shares);
  }

  /** Folds in the sparse document, whose entries are those {@code from} until {@code to}. */
  public void foldIn(int[] terms, double[] counts, int from, int to) {
    if (active < 2) {
      return;
    }
    gather(terms, from, to);
    for (int step = 0; step < STEPS; step++) {
      Arrays.fill(next, 0, active, 0);
      int row = 0;
      for (int i = from; i < to; i++) {
        double total = 0;
        for (int a = 0; a < active; a++) {
          total += shares[a] * known[row + a];
        }
        double factor = total < LEAST ? 0 : counts[i] / total;
        for (int a = 0; a < active; a++) {
          next[a] += factor * known[row + a];
        }
        row += active;
      }
      for (int a = 0; a < active; a++) {
        next[a] *= shares[a];
      }
      if (scale(next)) {
        System.arraycopy(next, 0, shares, 0, active);
      }
    }
  }

  /** Puts what is known of the document's terms in its topics side by side. */
  private void gather(int[] terms, int from, int to) {
    if (known.length < (to - from) * active) {
      known = new double[2 * (to - from) * active];
    }
    int at = 0;
    for (int i = from; i < to; i++) {
      int row = terms[i] * k;
      for (int a = 0; a < active; a++) {
        known[at++] = byTerm[row + topics[a]];
      }
    }
  }

  /** p(term | document), but for a factor: Σ p(topic | document) p(term | topic). */
  double total(int row) {
    double total = 0;
    for (int a = 0; a < active; a++) {
      total += shares[a] * byTerm[row + topics[a]];
    }
    return total;
  }

  /** Scales what is active to add up to 1; false where all of it is 0. */
  private boolean scale(double[] parts) {
    double sum = 0;
    for (int a = 0; a < active; a++) {
      sum += parts[a];
    }
    for (int a = 0; sum > 0 && a < active; a++) {
      parts[a] /= sum;
    }
    return sum > 0;
  }
}
