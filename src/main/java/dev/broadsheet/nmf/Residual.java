package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Iterator;

/**
 * What is asked about R = X − WH, that which topics leave unexplained: its products with the
 * columns of a matrix. R itself, which is dense, is never made.
 */
final class Residual implements Serializable {
  private final TopicFactor topics;
  private final double[] basis;
  private final int l;
  private final double[] image;

  /**
   * For all documents.
   *
   * @param topics H; none for R = X
   * @param basis Q, V × l
   */
  Residual(TopicFactor topics, double[] basis, int l) {
    this.topics = topics;
    this.basis = basis;
    this.l = l;
    image = TermMatrix.transposeTimes(topics.byTerm(), topics.k(), basis, l);
  }

  TopicFactor topics() {
    return topics;
  }

  double[] basis() {
    return basis;
  }

  int l() {
    return l;
  }

  /**
   * A document d of a block with its row y of RQ and its topic weights w; both last until the next.
   */
  interface Visitor {
    void visit(DocumentBlock block, int d, double[] y, double[] w);
  }

  void forEach(Iterator<DocumentBlock> blocks, Visitor visitor) {
    var solver = new DocumentWeights(topics, DocumentMatrix.TOLERANCE, DocumentMatrix.SWEEPS);
    double[] y = new double[l];
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      for (int d = 0; d < block.documents(); d++) {
        int from = block.starts()[d];
        int to = block.starts()[d + 1];
        double[] w = solver.of(block.terms(), block.values(), from, to);
        SparseRow.product(basis, block.terms(), block.values(), from, to, y);
        for (int t = 0; t < w.length; t++) {
          for (int j = 0; w[t] > 0 && j < l; j++) {
            y[j] -= w[t] * image[t * l + j];
          }
        }
        visitor.visit(block, d, y, w);
      }
    }
  }

  /** Xᵀ(RQ) − Hᵀ(Wᵀ(RQ)), from both sums over documents: V × l and k × l. */
  double[] less(double[] byTerm, double[] byTopic) {
    double[] explained = TermMatrix.times(topics.byTerm(), topics.k(), byTopic, l);
    for (int i = 0; i < explained.length; i++) {
      byTerm[i] -= explained[i];
    }
    return byTerm;
  }
}
