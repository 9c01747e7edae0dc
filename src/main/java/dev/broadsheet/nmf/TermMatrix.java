package dev.broadsheet.nmf;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Products of V × k matrices, row-major, on all cores of the driver. Every number is one sum in the
 * order of rows, so threads change no bit.
 */
final class TermMatrix {
  /** Rows that a thread takes at a time. */
  private static final int CHUNK = 256;

  /** Columns of A that a thread takes at a time, so that their sums stay in its core's cache. */
  private static final int COLUMNS = 16;

  /** Rows that it takes at a time for one of these columns, so that they stay there too. */
  private static final int ROWS = 64;

  private TermMatrix() {}

  /** AᵀB, p × q, of a V × p and a V × q matrix. */
  static double[] transposeTimes(double[] a, int p, double[] b, int q) {
    return transposeTimes(a, p, b, q, i -> q);
  }

  /** AᵀA, p × p, of a V × p matrix: as {@link #transposeTimes}, for half of the work. */
  static double[] gram(double[] a, int p) {
    double[] product = transposeTimes(a, p, a, p, i -> i + 1);
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < i; j++) {
        product[j * p + i] = product[i * p + j];
      }
    }
    return product;
  }

  /** Of each row i of AᵀB the first columns, as many as wanted. */
  private static double[] transposeTimes(
      double[] a, int p, double[] b, int q, IntUnaryOperator wanted) {
    double[] product = new double[p * q];
    int rows = p == 0 ? 0 : a.length / p;
    IntStream.range(0, (p + COLUMNS - 1) / COLUMNS)
        .parallel()
        .forEach(
            columns -> {
              var sums = new RowSums(b, product);
              int last = Math.min(p, (columns + 1) * COLUMNS);
              for (int from = 0; from < rows; from += ROWS) {
                int end = Math.min(rows, from + ROWS);
                for (int i = columns * COLUMNS; i < last; i++) {
                  sums.begin(i * q, wanted.applyAsInt(i));
                  for (int row = from; row < end; row++) {
                    sums.add(a[row * p + i], row * q);
                  }
                  sums.end();
                }
              }
            });
    return product;
  }

  /** AT, V × q, of a V × p and a p × q matrix. */
  static double[] times(double[] a, int p, double[] t, int q) {
    int rows = p == 0 ? 0 : a.length / p;
    double[] product = new double[rows * q];
    IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
        .parallel()
        .forEach(
            chunk -> {
              var sums = new RowSums(t, product);
              for (int row = chunk * CHUNK; row < Math.min(rows, (chunk + 1) * CHUNK); row++) {
                sums.begin(row * q, q);
                for (int i = 0; i < p; i++) {
                  sums.add(a[row * p + i], i * q);
                }
                sums.end();
              }
            });
    return product;
  }
}
