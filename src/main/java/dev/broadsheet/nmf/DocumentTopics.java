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

  /** Topics whose sums are found side by side, so that each waits for its own additions only. */
  private static final int TOGETHER = 4;

  private final int k;
  private final double[] byTerm;
  private final int[] topics;
  private final double[] shares;
  private final double[] next;
  private double[] known = new double[0];
  private double[] parts = new double[0];
  private double[] totals = new double[0];
  private int active;
  private int entries;
  private int stride;
  private boolean folded;

  /**
   * For documents over the terms of a model.
   *
   * @param byTerm p(term | topic), V × k
   */
  public DocumentTopics(int k, double[] byTerm) {
    this.k = k;
    this.byTerm = byTerm;
    topics = new int[k];
    shares = new double[k + TOGETHER];
    next = new double[k + TOGETHER];
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

  /** Where among its topics the last document's with the largest share is, the first of equals. */
  int main() {
    int main = 0;
    for (int a = 1; a < active; a++) {
      main = shares[a] > shares[main] ? a : main;
    }
    return main;
  }

  /**
   * Begins a document with the topics that a factorization gives it.
   *
   * @param weights k weights of 0 or more; a document without any has no topics
   */
  public void begin(double[] weights) {
    active = 0;
    folded = false;
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
      if (stride == TOGETHER) {
        expectFew(counts, from);
      } else {
        expectMany(counts, from);
      }
      for (int a = 0; a < active; a++) {
        next[a] *= shares[a];
      }
      if (scale(next)) {
        System.arraycopy(next, 0, shares, 0, active);
      }
    }
  }

  /**
   * Puts what is known of a term in each of the document's topics side by side, and in none that
   * fill up the last {@value #TOGETHER}: a sum with 0 is the same to the last bit.
   */
  private void gather(int[] terms, int from, int to) {
    entries = to - from;
    folded = true;
    stride = (active + TOGETHER - 1) / TOGETHER * TOGETHER;
    if (totals.length < entries) {
      totals = new double[2 * entries];
    }
    if (known.length < entries * stride) {
      known = new double[2 * entries * stride];
    }
    Arrays.fill(shares, active, stride, 0);
    int at = 0;
    for (int i = from; i < to; i++) {
      int row = terms[i] * k;
      for (int a = 0; a < active; a++) {
        known[at + a] = byTerm[row + topics[a]];
      }
      for (int a = active; a < stride; a++) {
        known[at + a] = 0;
      }
      at += stride;
    }
  }

  /** A step for {@value #TOGETHER} topics, whose sums need no memory. */
  private void expectFew(double[] counts, int from) {
    double shareA = shares[0];
    double shareB = shares[1];
    double shareC = shares[2];
    double shareD = shares[3];
    double ofA = 0;
    double ofB = 0;
    double ofC = 0;
    double ofD = 0;
    for (int i = 0, at = 0; i < entries; i++, at += TOGETHER) {
      double a = known[at];
      double b = known[at + 1];
      double c = known[at + 2];
      double d = known[at + 3];
      double factor = factor(counts[from + i], shareA * a + shareB * b + shareC * c + shareD * d);
      ofA += factor * a;
      ofB += factor * b;
      ofC += factor * c;
      ofD += factor * d;
    }
    next[0] = ofA;
    next[1] = ofB;
    next[2] = ofC;
    next[3] = ofD;
  }

  /** The same for more of them. */
  private void expectMany(double[] counts, int from) {
    addUp();
    for (int i = 0; i < entries; i++) {
      totals[i] = factor(counts[from + i], totals[i]);
    }
    for (int first = 0; first < stride; first += TOGETHER) {
      double ofA = 0;
      double ofB = 0;
      double ofC = 0;
      double ofD = 0;
      for (int i = 0, at = first; i < entries; i++, at += stride) {
        double factor = totals[i];
        ofA += factor * known[at];
        ofB += factor * known[at + 1];
        ofC += factor * known[at + 2];
        ofD += factor * known[at + 3];
      }
      next[first] = ofA;
      next[first + 1] = ofB;
      next[first + 2] = ofC;
      next[first + 3] = ofD;
    }
  }

  private static double factor(double count, double total) {
    return total < LEAST ? 0 : count / total;
  }

  /** Σ p(topic | document) p(term | topic) of every entry. */
  private void addUp() {
    for (int i = 0, at = 0; i < entries; i++, at += stride) {
      double total = 0;
      for (int a = 0; a < active; a++) {
        total += shares[a] * known[at + a];
      }
      totals[i] = total;
    }
  }

  /**
   * How much of each entry of the last document is of each of its topics, p(topic | term,
   * document): as many numbers as it has entries for the first topic, as many for the second, and
   * so on; where it is not folded in, the topics' shares of the document.
   *
   * @param entries of the document
   */
  double[] parts(int entries) {
    if (parts.length < entries * active) {
      parts = new double[2 * entries * active];
    }
    if (!folded) {
      for (int a = 0; a < active; a++) {
        Arrays.fill(parts, a * entries, (a + 1) * entries, shares[a]);
      }
      return parts;
    }
    addUp();
    for (int a = 0; a < active; a++) {
      double share = shares[a];
      int row = a * entries;
      for (int i = 0; i < entries; i++) {
        parts[row + i] = totals[i] > 0 ? share * known[i * stride + a] / totals[i] : 0;
      }
    }
    return parts;
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
