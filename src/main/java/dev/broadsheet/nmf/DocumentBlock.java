package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.DoubleStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/**
 * Some documents' term vectors, one after another in compressed sparse rows: a pass over arrays
 * costs a tenth of one over rows of Spark. A document may have two vectors over the same terms, its
 * values and its counts.
 */
public final class DocumentBlock implements Serializable {
  private static final int DOCUMENTS = 128;

  private final int width;
  private final int[] starts;
  private final int[] terms;
  private final double[] values;
  private final double[] counts;
  private final double[] squaredNorms;
  private final BlockWeights weights;

  /** Documents with one vector each, which is both. */
  DocumentBlock(int width, int[] starts, int[] terms, double[] values) {
    this(width, starts, terms, values, values);
  }

  DocumentBlock(int width, int[] starts, int[] terms, double[] values, double[] counts) {
    this(width, starts, terms, values, counts, squaredNorms(starts, values), BlockWeights.NONE);
  }

  private DocumentBlock(
      int width,
      int[] starts,
      int[] terms,
      double[] values,
      double[] counts,
      double[] squaredNorms,
      BlockWeights weights) {
    this.width = width;
    this.starts = starts;
    this.terms = terms;
    this.values = values;
    this.counts = counts;
    this.squaredNorms = squaredNorms;
    this.weights = weights;
  }

  /** The same documents with the weights that a factorization of their values gives them. */
  DocumentBlock weighed(DocumentWeights solver) {
    return new DocumentBlock(
        width, starts, terms, values, counts, squaredNorms, BlockWeights.of(this, solver));
  }

  /** V, the size of every vector. */
  int width() {
    return width;
  }

  /** Where each document begins in the other two, and where the last one ends. */
  public int[] starts() {
    return starts;
  }

  /** The indices of nonzero terms. */
  public int[] terms() {
    return terms;
  }

  /** Their values. */
  double[] values() {
    return values;
  }

  /** How often each term is in its document. */
  double[] counts() {
    return counts;
  }

  /** The documents' weights, if they are {@linkplain #weighed weighed}. */
  BlockWeights weights() {
    return weights;
  }

  /** How many. */
  public int documents() {
    return starts.length - 1;
  }

  /** The squared length of a document's vector. */
  double squaredNorm(int document) {
    return squaredNorms[document];
  }

  private static double[] squaredNorms(int[] starts, double[] values) {
    double[] norms = new double[starts.length - 1];
    for (int d = 0; d < norms.length; d++) {
      for (int i = starts[d]; i < starts[d + 1]; i++) {
        norms[d] += values[i] * values[i];
      }
    }
    return norms;
  }

  /** The sum of a document's counts. */
  double tokens(int document) {
    double sum = 0;
    for (int i = starts[document]; i < starts[document + 1]; i++) {
      sum += counts[i];
    }
    return sum;
  }

  /** Whether all values are numbers of 0 or more. */
  boolean isNonnegative() {
    for (double value : values) {
      if (!(value >= 0 && value <= Double.MAX_VALUE)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Packs documents into blocks of at most {@value #DOCUMENTS}.
   *
   * @param rows a vector of values each, and perhaps one of counts
   * @throws IllegalArgumentException if vectors have different sizes, or values and counts
   *     different terms
   */
  public static Iterator<DocumentBlock> pack(Iterator<Row> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public DocumentBlock next() {
        if (!rows.hasNext()) {
          throw new NoSuchElementException();
        }
        List<Row> taken = new ArrayList<>(DOCUMENTS);
        while (taken.size() < DOCUMENTS && rows.hasNext()) {
          taken.add(rows.next());
        }
        return of(taken);
      }
    };
  }

  private static DocumentBlock of(List<Row> rows) {
    List<SparseVector> values = column(rows, 0);
    int width = values.get(0).size();
    int[] starts = new int[values.size() + 1];
    for (int d = 0; d < values.size(); d++) {
      checkWidth(width, values.get(d).size());
      starts[d + 1] = starts[d] + values.get(d).indices().length;
    }
    int[] terms = new int[starts[values.size()]];
    for (int d = 0; d < values.size(); d++) {
      int[] indices = values.get(d).indices();
      System.arraycopy(indices, 0, terms, starts[d], indices.length);
    }
    double[] flat = flat(values, starts);
    if (rows.get(0).size() == 1) {
      return new DocumentBlock(width, starts, terms, flat);
    }
    List<SparseVector> counts = column(rows, 1);
    for (int d = 0; d < values.size(); d++) {
      if (!Arrays.equals(values.get(d).indices(), counts.get(d).indices())) {
        throw new IllegalArgumentException(
            "Cannot pack a document: its values and its counts are of different terms. Make both of the same text.");
      }
    }
    return new DocumentBlock(width, starts, terms, flat, flat(counts, starts));
  }

  private static List<SparseVector> column(List<Row> rows, int column) {
    return rows.stream().map(row -> sparse(row.getAs(column))).toList();
  }

  /** Spark's own makes an object of each value to see whether one is 0. */
  private static SparseVector sparse(Vector vector) {
    return vector instanceof SparseVector sparse
            && DoubleStream.of(sparse.values()).allMatch(v -> v != 0)
        ? sparse
        : vector.toSparse();
  }

  private static double[] flat(List<SparseVector> vectors, int[] starts) {
    double[] values = new double[starts[vectors.size()]];
    for (int d = 0; d < vectors.size(); d++) {
      double[] of = vectors.get(d).values();
      System.arraycopy(of, 0, values, starts[d], of.length);
    }
    return values;
  }

  private static void checkWidth(int width, int other) {
    if (width != other) {
      throw differentWidths();
    }
  }

  /** Vectors of one matrix have one size. */
  static IllegalArgumentException differentWidths() {
    return new IllegalArgumentException(
        "Cannot factorize vectors of different numbers of terms. Make all of one vocabulary.");
  }
}
