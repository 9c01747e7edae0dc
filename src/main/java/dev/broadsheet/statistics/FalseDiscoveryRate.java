package dev.broadsheet.statistics;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The false discovery rate of a family of tests: of all with a probability as small or smaller, the
 * share that chance makes (Benjamini and Hochberg 1995, p. 293). Probabilities are rounded up by at
 * most half a percent, so that only their numbers are kept, whatever the number of tests, and those
 * of parts of a family can be added.
 */
public final class FalseDiscoveryRate implements Serializable {
  private static final long serialVersionUID = 1;
  private static final double LEAST = 1e-300;

  /** Steps of p in a power of ten. */
  private static final int STEPS = 500;

  private static final int POWERS = 300;

  private final long[] found = new long[POWERS * STEPS + 1];

  /** Adds a test. */
  public FalseDiscoveryRate add(double p) {
    found[step(p)]++;
    return this;
  }

  /** Adds another part of the family. */
  public FalseDiscoveryRate add(FalseDiscoveryRate part) {
    for (int step = 0; step < found.length; step++) {
      found[step] += part.found[step];
    }
    return this;
  }

  /** How many tests were added. */
  long tests() {
    return Arrays.stream(found).sum();
  }

  /** The rate of each probability, if all tests were added. */
  public Rates rates() {
    return rates(tests());
  }

  /**
   * The rate of each probability.
   *
   * @param tests how many there are, with those that were not added because nothing happened
   */
  public Rates rates(long tests) {
    double[] q = new double[found.length];
    long smaller = 0;
    for (int step = 0; step < q.length; step++) {
      smaller += found[step];
      q[step] = smaller == 0 ? 1 : Math.min(1, p(step) * tests / smaller);
    }
    for (int step = q.length - 2; step >= 0; step--) {
      q[step] = Math.min(q[step], q[step + 1]);
    }
    return new Rates(q);
  }

  private static int step(double p) {
    double power = StrictMath.log10(Math.max(p, LEAST));
    return POWERS * STEPS + (int) Math.ceil(power * STEPS);
  }

  private static double p(int step) {
    return StrictMath.pow(10, (double) (step - POWERS * STEPS) / STEPS);
  }

  /** The rates of a family. */
  public static final class Rates implements Serializable {
    private static final long serialVersionUID = 1;

    private final double[] byStep;

    private Rates(double[] byStep) {
      this.byStep = byStep;
    }

    /** The rate of a test that was added. */
    public double of(double p) {
      return byStep[step(p)];
    }
  }
}
