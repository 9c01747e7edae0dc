package dev.broadsheet.statistics;

import org.apache.commons.math3.special.Erf;

/** The upper tail of the standard normal distribution, and back. */
public final class StandardNormal {
  /** Below it a probability is taken for this one, so that deviates end at 37. */
  private static final double LEAST = 1e-300;

  private static final double SQRT_2 = StrictMath.sqrt(2);
  private static final double LOG_SQRT_2_PI = StrictMath.log(2 * StrictMath.PI) / 2;
  private static final double PRECISION = 1e-12;

  private StandardNormal() {}

  /** The probability of more than z. */
  public static double above(double z) {
    return Erf.erfc(z / SQRT_2) / 2;
  }

  /**
   * The z that is exceeded with a probability.
   *
   * @param probability 0 to 0.5
   * @return 0 to 37.0471
   */
  public static double deviate(double probability) {
    if (probability >= 0.5) {
      return 0;
    }
    double log = StrictMath.log(Math.max(probability, LEAST));
    // From there, Newton's steps on the concave logarithm of the tail all go the same way.
    double z = StrictMath.sqrt(-2 * log);
    double step = z;
    while (step > PRECISION * z) {
      double above = above(z);
      step = (log - StrictMath.log(above)) * above / density(z);
      z -= step;
    }
    return z;
  }

  private static double density(double z) {
    return StrictMath.exp(-z * z / 2 - LOG_SQRT_2_PI);
  }
}
