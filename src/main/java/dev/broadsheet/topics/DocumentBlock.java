package dev.broadsheet.topics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;

/**
 * Some documents' term vectors, one after another in compressed sparse rows: a pass over arrays
 * costs a tenth of one over rows of Spark.
 */
final class DocumentBlock implements Serializable {
  private static final int DOCUMENTS = 512;

  private final int width;
  private final int[] starts;
  private final int[] terms;
  private final double[] values;

  DocumentBlock(int width, int[] starts, int[] terms, double[] values) {
    this.width = width;
    this.starts = starts;
    this.terms = terms;
    this.values = values;
  }

  /** V, the size of every vector. */
  int width() {
    return width;
  }

  /** Where each document begins in the other two, and where the last one ends. */
  int[] starts() {
    return starts;
  }

  /** The indices of nonzero terms. */
  int[] terms() {
    return terms;
  }

  /** Their values. */
  double[] values() {
    return values;
  }

  /** How many. */
  int documents() {
    return starts.length - 1;
  }

  /** The squared length of a document's vector. */
  double squaredNorm(int document) {
    double sum = 0;
    for (int i = starts[document]; i < starts[document + 1]; i++) {
      sum += values[i] * values[i];
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

  /** Packs vectors into blocks of at most {@value #DOCUMENTS} documents. */
  static Iterator<DocumentBlock> pack(Iterator<Vector> vectors) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return vectors.hasNext();
      }

      @Override
      public DocumentBlock next() {
        if (!vectors.hasNext()) {
          throw new NoSuchElementException();
        }
        List<SparseVector> taken = new ArrayList<>(DOCUMENTS);
        while (taken.size() < DOCUMENTS && vectors.hasNext()) {
          taken.add(vectors.next().toSparse());
        }
        return of(taken);
      }
    };
  }

  private static DocumentBlock of(List<SparseVector> vectors) {
    int width = vectors.get(0).size();
    int[] starts = new int[vectors.size() + 1];
    for (int d = 0; d < vectors.size(); d++) {
      checkWidth(width, vectors.get(d).size());
      starts[d + 1] = starts[d] + vectors.get(d).indices().length;
    }
    int[] terms = new int[starts[vectors.size()]];
    double[] values = new double[terms.length];
    for (int d = 0; d < vectors.size(); d++) {
      SparseVector vector = vectors.get(d);
      System.arraycopy(vector.indices(), 0, terms, starts[d], vector.indices().length);
      System.arraycopy(vector.values(), 0, values, starts[d], vector.values().length);
    }
    return new DocumentBlock(width, starts, terms, values);
  }

  /** Vectors of one matrix have one size. */
  static int checkWidth(int width, int other) {
    if (width != other) {
      throw new IllegalArgumentException(
          "Cannot factorize vectors of %d and of %d terms. Make all of one vocabulary."
              .formatted(width, other));
    }
    return width;
  }
}
