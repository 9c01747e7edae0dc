package dev.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The n × V matrix X of documents, spread over the cluster, and the passes over it. Every sum over
 * documents is a {@linkplain FixedPoint sum of whole numbers}, so that neither the order of rows
 * nor the number of partitions, cores and machines changes a bit of it.
 *
 * <p>A pass holds in each task a result of V × k longs, and in each executor one matrix of V × k
 * doubles. It sends nothing about single documents anywhere.
 */
final class DocumentMatrix implements AutoCloseable {
  /** Documents' weights within a fit need no more; the next pass begins anew. */
  static final double TOLERANCE = 1e-3;

  static final int SWEEPS = 100;

  private final JavaSparkContext context;
  private final JavaRDD<DocumentBlock> blocks;
  private final Size size;

  /** What a first pass finds: n, V, the largest squared length of a document, whether X ≥ 0. */
  private static final class Size implements Serializable {
    static final Size NONE = new Size(0, 0, 0, true);

    private final long documents;
    private final int terms;
    private final double largest;
    private final boolean nonnegative;

    Size(long documents, int terms, double largest, boolean nonnegative) {
      this.documents = documents;
      this.terms = terms;
      this.largest = largest;
      this.nonnegative = nonnegative;
    }

    static Size of(DocumentBlock block) {
      double largest = 0;
      for (int d = 0; d < block.documents(); d++) {
        largest = Math.max(largest, block.squaredNorm(d));
      }
      return new Size(block.documents(), block.width(), largest, block.isNonnegative());
    }

    Size and(Size other) {
      if (documents == 0 || other.documents == 0) {
        return documents == 0 ? other : this;
      }
      return new Size(
          documents + other.documents,
          DocumentBlock.checkWidth(terms, other.terms),
          Math.max(largest, other.largest),
          nonnegative && other.nonnegative);
    }
  }

  /**
   * WᵀW (k × k), WᵀX (V × k) and ‖X − WH‖², with the best W for an H.
   *
   * @param articles how many documents have each of the k topics as their main one
   */
  record NormalEquations(double[] gram, double[] cross, double loss, long[] articles) {
    /** Σ w² over documents of each topic. */
    double[] energy() {
      int k = articles.length;
      return IntStream.range(0, k).mapToDouble(j -> gram[j * k + j]).toArray();
    }
  }

  /** What a task adds up over its documents. */
  private interface Pass<M> extends Serializable {
    long[][] over(Iterator<DocumentBlock> blocks, M matrix);
  }

  private DocumentMatrix(JavaRDD<DocumentBlock> blocks) {
    this.context = JavaSparkContext.fromSparkContext(blocks.context());
    this.blocks = blocks;
    try {
      this.size = blocks.map(Size::of).fold(Size.NONE, Size::and);
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them.
      blocks.unpersist();
      throw e;
    }
  }

  /**
   * Packs and keeps vectors until closed. They lie in as many partitions as there are cores: sums
   * are exact, so their number is free.
   *
   * @param vectors rows of a single column
   * @param most of more documents than this, takes about as many, by a hash of their contents
   */
  static DocumentMatrix of(Dataset<Row> vectors, long most, long seed) {
    long documents = vectors.count();
    JavaRDD<Vector> all = vectors.toJavaRDD().map(row -> row.<Vector>getAs(0));
    double part = (double) most / documents;
    JavaRDD<Vector> sample = part < 1 ? all.filter(vector -> isChosen(vector, part, seed)) : all;
    return new DocumentMatrix(
        sample
            .mapPartitions(DocumentBlock::pack)
            .repartition(vectors.sparkSession().sparkContext().defaultParallelism())
            .persist(StorageLevel.MEMORY_AND_DISK()));
  }

  private static boolean isChosen(Vector vector, double part, long seed) {
    SparseVector sparse = vector.toSparse();
    long contents =
        31L * Arrays.hashCode(sparse.indices()) + Arrays.hashCode(sparse.values()) + (seed << 32);
    return new SplittableRandom(contents).nextDouble() < part;
  }

  /** n. */
  long documents() {
    return size.documents;
  }

  /** V. */
  int terms() {
    return size.terms;
  }

  JavaRDD<DocumentBlock> blocks() {
    return blocks;
  }

  /** Whether every value is a number of 0 or more. */
  boolean isNonnegative() {
    return size.nonnegative;
  }

  /** Solves all documents' weights for H and adds up what the update of H needs. */
  NormalEquations normalEquations(TopicFactor h) {
    FixedPoint fixed = FixedPoint.forSum(size.documents, size.largest);
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
    FixedPoint fixed = FixedPoint.forSum(size.documents, size.largest);
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
    FixedPoint fixed = FixedPoint.forSum(size.documents, size.largest);
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

  private <M> long[][] sum(M matrix, Pass<M> pass) {
    Broadcast<M> shared = context.broadcast(matrix);
    try {
      return ClusterSums.of(blocks, part -> pass.over(part, shared.value()));
    } finally {
      shared.destroy();
    }
  }

  @Override
  public void close() {
    blocks.unpersist();
  }
}
