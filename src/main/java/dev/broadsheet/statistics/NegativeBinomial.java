package dev.broadsheet.statistics;

import org.apache.commons.math3.special.Gamma;

/**
 * How often a count comes about by chance: the negative binomial distribution, which is Poisson's
 * where the dispersion is 1. Its tails are sums of probabilities and hold for small counts too,
 * where the normal distribution would call almost every article of a rare topic a surprise.
 *
 * @param mean the expected count, above 0
 * @param dispersion variance over mean, at least 1
 */
record NegativeBinomial(double mean, double dispersion) {
  /** A term below this part of the sum no longer changes it. */
  private static final double LITTLE = 0x1p-54;

  /** An excess of dispersion that is lost in the rounding of the logarithms. */
  private static final double NO_EXCESS = 1e-6;

  /** Up to so many are counted up to from none: that is faster than three gamma functions. */
  private static final int FEW = 32;

  /** More than is lost in rounding. */
  private static final double MARGIN = 1.001;

  /** Whether n or more are less probable than that: at once where n alone is more probable. */
  boolean isRarer(long n, double probability) {
    return !(n <= FEW && counted((int) n) > probability * MARGIN) && atLeast(n) < probability;
  }

  /** The probability of n. */
  private double counted(int n) {
    double product = StrictMath.exp(isPoisson() ? -mean : -size() * StrictMath.log(dispersion));
    for (int i = 0; i < n; i++) {
      product *= growth(i);
    }
    return product;
  }

  /** The probability of n or more. */
  double atLeast(long n) {
    if (n <= 0) {
      return 1;
    }
    if (n < mean) {
      return Math.max(0, 1 - atMost(n - 1));
    }
    double sum = 1;
    double term = 1;
    for (long i = n; term > LITTLE * sum; i++) {
      term *= growth(i);
      sum += term;
    }
    return Math.min(1, StrictMath.exp(logProbability(n)) * sum);
  }

  /** The probability of n or fewer. */
  double atMost(long n) {
    if (n < 0) {
      return 0;
    }
    if (n > mean) {
      return Math.max(0, 1 - atLeast(n + 1));
    }
    double sum = 1;
    double term = 1;
    for (long i = n; i > 0 && term > LITTLE * sum; i--) {
      term /= growth(i - 1);
      sum += term;
    }
    return Math.min(1, StrictMath.exp(logProbability(n)) * sum);
  }

  /** The probability of n + 1 over that of n. */
  private double growth(long n) {
    return isPoisson() ? mean / (n + 1) : (size() + n) / (n + 1) * (1 - 1 / dispersion);
  }

  private double logProbability(long n) {
    double logFactorial = Gamma.logGamma(n + 1.0);
    if (isPoisson()) {
      return n * StrictMath.log(mean) - mean - logFactorial;
    }
    return Gamma.logGamma(size() + n)
        - Gamma.logGamma(size())
        - logFactorial
        - size() * StrictMath.log(dispersion)
        + n * StrictMath.log(1 - 1 / dispersion);
  }

  private boolean isPoisson() {
    return dispersion < 1 + NO_EXCESS;
  }

  private double size() {
    return mean / (dispersion - 1);
  }
}
