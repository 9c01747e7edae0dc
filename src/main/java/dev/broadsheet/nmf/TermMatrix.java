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

  /** Up to so many columns of B it is best to keep four sums in registers for many rows. */
  private static final int FEW = 24;

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

  /** Of each row i of AᵀB the first columns, as many as wanted or a few more. */
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
              int together = q <= FEW ? CHUNK : ROWS;
              for (int from = 0; from < rows; from += together) {
                int end = Math.min(rows, from + together);
                for (int i = columns * COLUMNS; i < last; i++) {
                  int n = wanted.applyAsInt(i);
                  if (q <= FEW) {
                    addRows(a, p, i, b, q, n, from, end, product);
                  } else {
                    sums.begin(i * q, n);
                    for (int row = from; row < end; row++) {
                      sums.add(a[row * p + i], row * q);
                    }
                    sums.end();
                  }
                }
              }
            });
    return product;
  }

  /** Adds some rows of few columns to the first n sums of row i. */
  private static void addRows(
      double[] a, int p, int i, double[] b, int q, int n, int from, int to, double[] product) {
    int j = 0;
    for (; j + 3 < n; j += 4) {
      int at = i * q + j;
      double s = product[at];
      double t = product[at + 1];
      double u = product[at + 2];
      double v = product[at + 3];
      for (int row = from; row < to; row++) {
        double factor = a[row * p + i];
        int of = row * q + j;
        s += factor * b[of];
        t += factor * b[of + 1];
        u += factor * b[of + 2];
        v += factor * b[of + 3];
      }
      product[at] = s;
      product[at + 1] = t;
      product[at + 2] = u;
      product[at + 3] = v;
    }
    for (; j < n; j++) {
      double s = product[i * q + j];
      for (int row = from; row < to; row++) {
        s += a[row * p + i] * b[row * q + j];
      }
      product[i * q + j] = s;
    }
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
