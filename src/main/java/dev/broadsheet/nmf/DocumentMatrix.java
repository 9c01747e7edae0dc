package dev.broadsheet.nmf;

import dev.broadsheet.shuffle.Rows;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The n × V matrix X of documents and the passes over it that a factorization needs. Every sum over
 * documents is a {@linkplain FixedPoint sum of whole numbers}, so that neither the order of rows
 * nor the number of partitions, cores and machines changes a bit of it.
 *
 * <p>A pass holds in each task a result of V × k longs, and in each executor one matrix of V × k
 * doubles. It sends nothing about single documents anywhere.
 */
public final class DocumentMatrix implements AutoCloseable {
  /** Documents' weights within a fit need no more; the next pass begins anew. */
  static final double TOLERANCE = 1e-3;

  static final int SWEEPS = 100;

  /** So many nonzeros, 40 MB, may go to the driver before it is known whether all are wanted. */
  private static final long AT_ONCE = 1 << 21;

  private final DocumentBlocks blocks;
  private final DocumentSizes size;

  /**
   * WᵀW (k × k), WᵀX (V × k) and ‖X − WH‖², with the best W for an H.
   *
   * @param articles how many documents have each of the k topics as their main one
   */
  public record NormalEquations(double[] gram, double[] cross, double loss, long[] articles) {
    /** Σ w² over documents of each topic. */
    double[] energy() {
      int k = articles.length;
      return IntStream.range(0, k).mapToDouble(j -> gram[j * k + j]).toArray();
    }
  }

  private DocumentMatrix(DocumentBlocks blocks) {
    this.blocks = blocks;
    try {
      this.size = DocumentSizes.of(blocks);
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them.
      blocks.close();
      throw e;
    }
  }

  /**
   * Packs and keeps vectors until closed.
   *
   * @param vectors rows of a vector of values, and perhaps one of counts over the same terms
   * @param most of more documents than this, takes about as many, by a hash of their contents
   */
  public static DocumentMatrix of(Dataset<Row> vectors, long most, long seed) {
    return of(vectors, DocumentPart.most(most), seed);
  }

  /**
   * The same.
   *
   * @param enough which part of the documents is taken
   */
  public static DocumentMatrix of(Dataset<Row> vectors, DocumentPart enough, long seed) {
    return of(Rows.of(vectors), enough, seed);
  }

  /** The same of rows that are objects already. */
  public static DocumentMatrix of(JavaRDD<Row> all, DocumentPart enough, long seed) {
    JavaRDD<Row> rows = all.coalesce(all.context().defaultParallelism());
    FewDocuments few = FewDocuments.of(rows, AT_ONCE);
    double part = enough.of(few.documents(), few.nonzeros());
    if (!(part < 1)) {
      return new DocumentMatrix(few.blocks().orElseGet(() -> DocumentBlocks.of(rows)));
    }
    JavaRDD<Row> chosen = DocumentPart.chosen(rows, part, seed);
    return new DocumentMatrix(
        FewDocuments.of(chosen, DocumentBlocks.FEW)
            .blocks()
            .orElseGet(() -> DocumentBlocks.of(chosen)));
  }

  /** Keeps documents that are packed already until closed. */
  public static DocumentMatrix of(DocumentBlocks blocks) {
    return new DocumentMatrix(blocks);
  }

  /** n. */
  public long documents() {
    return size.documents();
  }

  /** V. */
  public int terms() {
    return size.terms();
  }

  /** Whether every value is a number of 0 or more. */
  public boolean isNonnegative() {
    return size.isNonnegative();
  }

  public DocumentSizes sizes() {
    return size;
  }

  /** The sums of a pass over all documents. */
  public <M> long[][] sum(M matrix, DocumentBlocks.Pass<M> pass) {
    return blocks.sum(matrix, pass);
  }

  /** The documents with their weights in topics, to pass over many times; to be closed. */
  DocumentBlocks weighed(TopicFactor topics) {
    return blocks.weighed(topics);
  }

  /** Solves all documents' weights for H and adds up what the update of H needs. */
  public NormalEquations normalEquations(TopicFactor h) {
    FixedPoint fixed = size.ofSquares();
    long[][] sums = sum(h, (documents, factor) -> normalEquations(documents, factor, fixed));
    return new NormalEquations(
        symmetric(fixed.values(sums[0]), h.k()),
        fixed.values(sums[1]),
        fixed.value(sums[2][0]),
        sums[3]);
  }

  private static long[][] normalEquations(
      Iterator<DocumentBlock> blocks, TopicFactor h, FixedPoint fixed) {
    int k = h.k();
    long[] gram = new long[k * k];
    long[] cross = new long[h.byTerm().length];
    long[] loss = new long[1];
    long[] articles = new long[k];
    var solver = new DocumentWeights(h, TOLERANCE, SWEEPS);
    int[] active = new int[k];
    double[] weights = new double[k];
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      for (int d = 0; d < block.documents(); d++) {
        int from = block.starts()[d];
        int to = block.starts()[d + 1];
        double[] w = solver.of(block.terms(), block.values(), from, to);
        loss[0] += fixed.units(block.squaredNorm(d) - solver.explained());
        int n = 0;
        int main = 0;
        for (int j = 0; j < k; j++) {
          if (w[j] > 0) {
            active[n] = j;
            weights[n++] = w[j];
            main = w[j] > w[main] ? j : main;
          }
        }
        if (n > 0) {
          articles[main]++;
        }
        for (int a = 0; a < n; a++) {
          for (int b = 0; b <= a; b++) {
            gram[active[a] * k + active[b]] += fixed.units(weights[a] * weights[b]);
          }
        }
        for (int i = from; i < to; i++) {
          int row = block.terms()[i] * k;
          double value = block.values()[i];
          for (int a = 0; a < n; a++) {
            cross[row + active[a]] += fixed.units(weights[a] * value);
          }
        }
      }
    }
    return new long[][] {gram, cross, loss, articles};
  }

  /** Of a k × k matrix of which only the lower half is there. */
  private static double[] symmetric(double[] matrix, int k) {
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        matrix[j * k + i] = matrix[i * k + j];
      }
    }
    return matrix;
  }

  /**
   * RᵀRQ, where R = X − WH is what H leaves unexplained.
   *
   * @param residual R and Q, V × l
   * @return V × l
   */
  double[] covarianceTimes(Residual residual) {
    FixedPoint fixed = size.ofSquares();
    int l = residual.l();
    int k = residual.topics().k();
    long[][] sums =
        sum(
            residual,
            (blocks, matrix) -> {
              long[] byTerm = new long[matrix.basis().length];
              long[] byTopic = new long[k * l];
              matrix.forEach(
                  blocks,
                  (block, d, y, w) -> {
                    for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
                      fixed.add(block.values()[i], y, byTerm, block.terms()[i] * l);
                    }
                    for (int j = 0; j < k; j++) {
                      if (w[j] > 0) {
                        fixed.add(w[j], y, byTopic, j * l);
                      }
                    }
                  });
              return new long[][] {byTerm, byTopic};
            });
    return residual.less(fixed.values(sums[0]), fixed.values(sums[1]));
  }

  /**
   * For each column of RQ the squared length of its positive part and, after these l, of its
   * negative part.
   */
  double[] squaredParts(Residual residual) {
    FixedPoint fixed = size.ofSquares();
    int l = residual.l();
    long[][] sums =
        sum(
            residual,
            (blocks, matrix) -> {
              long[] parts = new long[2 * l];
              matrix.forEach(
                  blocks,
                  (block, d, y, w) -> {
                    for (int j = 0; j < l; j++) {
                      parts[y[j] > 0 ? j : l + j] += fixed.units(y[j] * y[j]);
                    }
                  });
              return new long[][] {parts};
            });
    return fixed.values(sums[0]);
  }

  @Override
  public void close() {
    blocks.close();
  }
}
