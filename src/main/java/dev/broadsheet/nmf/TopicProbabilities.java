package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;

/**
 * What a pass of {@link Plsa} knows of k topics: which topics of the factorization, k' of them, are
 * in each; and p(term | topic), V × k. At first no probability is known, and the factorization
 * decides alone. No record, as Kryo cannot make one.
 *
 * <p>Documents are judged with Jeffreys' prior for p(term | topic), a Dirichlet of {@value
 * #JEFFREYS} for every term, as {@link Evidence} judges topics: a topic of a few documents knows
 * little of the terms that these lack, and takes no other document for one term that only they
 * have.
 */
final class TopicProbabilities implements Serializable {
  /** What to do with a document d of a block and its topics. */
  interface Visitor {
    void visit(DocumentBlock block, int d, DocumentTopics topics);
  }

  private static final double JEFFREYS = 0.5;

  private final int terms;
  private final int[] group;
  private final int k;
  private final double[] byTerm;

  private TopicProbabilities(int terms, int[] group, int k, double[] byTerm) {
    this.terms = terms;
    this.group = group;
    this.k = k;
    this.byTerm = byTerm;
  }

  /** Each topic of a factorization is one. */
  static TopicProbabilities unknown(TopicFactor found) {
    int[] each = IntStream.range(0, found.k()).toArray();
    return new TopicProbabilities(found.terms(), each, found.k(), new double[0]);
  }

  /** How many topics. */
  int k() {
    return k;
  }

  /** V. */
  int terms() {
    return terms;
  }

  /** In which topic each of the factorization's is, k' numbers. */
  int[] group() {
    return group;
  }

  /** p(term | topic), V × k; empty where it is not known. */
  double[] byTerm() {
    return byTerm;
  }

  boolean isKnown() {
    return byTerm.length > 0;
  }

  /** The same topics with probabilities from expected counts, V × k. */
  TopicProbabilities with(double[] counts) {
    return new TopicProbabilities(terms, group, k, probabilities(counts, k, JEFFREYS));
  }

  /** Fewer topics: each goes into another, with its expected counts, V × k. */
  TopicProbabilities joined(int[] into, double[] counts) {
    int fewer = IntStream.of(into).max().orElse(0) + 1;
    double[] sums = new double[terms * fewer];
    for (int v = 0; v < terms; v++) {
      for (int j = 0; j < k; j++) {
        sums[v * fewer + into[j]] += counts[v * k + j];
      }
    }
    int[] all = IntStream.of(group).map(topic -> into[topic]).toArray();
    return new TopicProbabilities(terms, all, fewer, probabilities(sums, fewer, JEFFREYS));
  }

  /** Finds the topics of documents that are {@linkplain DocumentBlock#weighed weighed}. */
  void forEach(Iterator<DocumentBlock> blocks, Visitor visitor) {
    var topics = new DocumentTopics(k, byTerm);
    double[] weights = new double[k];
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      for (int d = 0; d < block.documents(); d++) {
        block.weights().grouped(d, group, weights);
        topics.begin(weights);
        if (isKnown()) {
          topics.foldIn(block.terms(), block.counts(), block.starts()[d], block.starts()[d + 1]);
        }
        visitor.visit(block, d, topics);
      }
    }
  }

  /**
   * p(term | topic) from expected counts, V × k.
   *
   * @param prior what every term counts more
   */
  static double[] probabilities(double[] counts, int k, double prior) {
    double[] total = new double[k];
    for (int row = 0; row < counts.length; row += k) {
      for (int j = 0; j < k; j++) {
        total[j] += counts[row + j] + prior;
      }
    }
    double[] probabilities = new double[counts.length];
    for (int row = 0; row < counts.length; row += k) {
      for (int j = 0; j < k; j++) {
        probabilities[row + j] = (counts[row + j] + prior) / total[j];
      }
    }
    return probabilities;
  }
}
