package dev.broadsheet.nmf;

/**
 * Sums whose last bit does not depend on the order of the summands: each is rounded to a multiple
 * of one power of two and added as a whole number, and whole numbers may be added in any order.
 * Sums of doubles may not.
 *
 * @param scale units in 1, a power of two
 */
public record FixedPoint(double scale) implements java.io.Serializable {
  /** A sum must stay below 2^63; one bit is left for rounding. */
  private static final int BITS = 62;

  /** A summand four times as large as the largest must stay below 2^51. */
  private static final int SUMMAND_BITS = 49;

  /**
   * Added to a double below 2^51, in absolute value, it leaves the nearest whole number in the last
   * bits, which costs less than {@code (long) Math.rint}.
   */
  private static final double ROUND = 0x1.8p52;

  private static final long ROUND_BITS = Double.doubleToRawLongBits(ROUND);

  /**
   * The finest units in which a sum cannot overflow.
   *
   * @param summands how many there are at most
   * @param largest none is larger, in absolute value
   */
  static FixedPoint forSum(long summands, double largest) {
    int size = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, summands));
    int magnitude = largest > 0 ? Math.getExponent(largest) + 1 : 0;
    return new FixedPoint(Math.scalb(1.0, Math.min(BITS - size, SUMMAND_BITS) - magnitude));
  }

  long units(double value) {
    return Double.doubleToRawLongBits(value * scale + ROUND) - ROUND_BITS;
  }

  /** Adds the multiples of a row to sums that begin at {@code from}. */
  void add(double factor, double[] row, long[] sums, int from) {
    // The scale is a power of two: the same bits as of each product times it.
    double scaled = factor * scale;
    for (int j = 0; j < row.length; j++) {
      sums[from + j] += Double.doubleToRawLongBits(scaled * row[j] + ROUND) - ROUND_BITS;
    }
  }

  double value(long units) {
    return units / scale;
  }

  double[] values(long[] units) {
    double[] values = new double[units.length];
    // A product with a power of two is exact, and costs less than a quotient.
    double unit = 1 / scale;
    for (int i = 0; i < units.length; i++) {
      values[i] = units[i] * unit;
    }
    return values;
  }
}
