package dev.broadsheet.nmf;

/**
 * Adds multiples of a matrix's rows to sums, four rows at a time and in their order: the same bits
 * as one after another, but a sum is read and written once for four of them. Not for several
 * threads.
 */
final class RowSums {
  private static final int TOGETHER = 4;

  private final double[] rows;
  private final double[] sums;
  private final int[] at = new int[TOGETHER];
  private final double[] factors = new double[TOGETHER];
  private int waiting;
  private int first;
  private int columns;

  /**
   * Of a row-major matrix.
   *
   * @param sums several rows of them, perhaps
   */
  RowSums(double[] rows, double[] sums) {
    this.rows = rows;
    this.sums = sums;
  }

  /** Goes on with so many sums, which are those from one on, and as many columns of the rows. */
  void begin(int sum, int columns) {
    this.first = sum;
    this.columns = columns;
  }

  /** Adds a multiple of the row that begins at {@code row}. */
  void add(double factor, int row) {
    if (factor == 0) {
      return;
    }
    factors[waiting] = factor;
    at[waiting++] = row;
    if (waiting == TOGETHER) {
      addFour();
      waiting = 0;
    }
  }

  /** Adds what waits for others. */
  void end() {
    for (int i = 0; i < waiting; i++) {
      double factor = factors[i];
      int row = at[i];
      for (int j = 0; j < columns; j++) {
        sums[first + j] += factor * rows[row + j];
      }
    }
    waiting = 0;
  }

  private void addFour() {
    double ofA = factors[0];
    double ofB = factors[1];
    double ofC = factors[2];
    double ofD = factors[3];
    int a = at[0];
    int b = at[1];
    int c = at[2];
    int d = at[3];
    double[] of = rows;
    double[] to = sums;
    int n = columns;
    int sum = first;
    for (int j = 0; j < n; j++) {
      to[sum + j] =
          to[sum + j] + ofA * of[a + j] + ofB * of[b + j] + ofC * of[c + j] + ofD * of[d + j];
    }
  }
}
