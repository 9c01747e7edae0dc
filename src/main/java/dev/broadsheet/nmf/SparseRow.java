package dev.broadsheet.nmf;

import java.util.Arrays;

/**
 * A sparse document x times a V × l matrix, row-major: l sums, each in the order of the document's
 * entries, however many are found side by side.
 */
final class SparseRow {
  /** Columns whose sums stay in registers; the entries are gone through once for these. */
  private static final int COLUMNS = 8;

  /** Rows of this width or more are long enough for the compiler to add several columns at once. */
  private static final int WIDE = 48;

  private SparseRow() {}

  /** The product with the entries {@code from} until {@code to}, as many sums as it has places. */
  static void product(
      double[] matrix, int[] terms, double[] values, int from, int to, double[] product) {
    int l = product.length;
    if (l >= WIDE) {
      wide(matrix, terms, values, from, to, product);
      return;
    }
    int column = 0;
    for (; column + COLUMNS <= l; column += COLUMNS) {
      columns(matrix, terms, values, from, to, product, column);
    }
    if (column < l && l >= COLUMNS) {
      // Some are found twice, and are the same.
      columns(matrix, terms, values, from, to, product, l - COLUMNS);
    } else {
      for (; column < l; column++) {
        column(matrix, terms, values, from, to, product, column);
      }
    }
  }

  private static void columns(
      double[] matrix,
      int[] terms,
      double[] values,
      int from,
      int to,
      double[] product,
      int column) {
    int l = product.length;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    double e = 0;
    double f = 0;
    double g = 0;
    double h = 0;
    for (int i = from; i < to; i++) {
      double value = values[i];
      int at = terms[i] * l + column;
      a += value * matrix[at];
      b += value * matrix[at + 1];
      c += value * matrix[at + 2];
      d += value * matrix[at + 3];
      e += value * matrix[at + 4];
      f += value * matrix[at + 5];
      g += value * matrix[at + 6];
      h += value * matrix[at + 7];
    }
    product[column] = a;
    product[column + 1] = b;
    product[column + 2] = c;
    product[column + 3] = d;
    product[column + 4] = e;
    product[column + 5] = f;
    product[column + 6] = g;
    product[column + 7] = h;
  }

  private static void column(
      double[] matrix,
      int[] terms,
      double[] values,
      int from,
      int to,
      double[] product,
      int column) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * matrix[terms[i] * product.length + column];
    }
    product[column] = sum;
  }

  private static void wide(
      double[] matrix, int[] terms, double[] values, int from, int to, double[] product) {
    int l = product.length;
    Arrays.fill(product, 0);
    int i = from;
    // Four rows at a time, in their order: the same bits, and the sums stay in registers.
    for (; i + 3 < to; i += 4) {
      add(
          values,
          i,
          matrix,
          terms[i] * l,
          terms[i + 1] * l,
          terms[i + 2] * l,
          terms[i + 3] * l,
          product);
    }
    for (; i < to; i++) {
      add(values[i], matrix, terms[i] * l, product);
    }
  }

  private static void add(
      double[] values, int i, double[] matrix, int a, int b, int c, int d, double[] product) {
    double va = values[i];
    double vb = values[i + 1];
    double vc = values[i + 2];
    double vd = values[i + 3];
    for (int j = 0; j < product.length; j++) {
      product[j] =
          product[j]
              + va * matrix[a + j]
              + vb * matrix[b + j]
              + vc * matrix[c + j]
              + vd * matrix[d + j];
    }
  }

  private static void add(double value, double[] matrix, int row, double[] product) {
    for (int j = 0; j < product.length; j++) {
      product[j] += value * matrix[row + j];
    }
  }
}
