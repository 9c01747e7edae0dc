package dev.broadsheet.topics.map;

import java.util.Arrays;

/** Turns places so that they are widest from left to right: the same way for the same shape. */
final class PrincipalAxes {
  /** Nearer to an axis is on it. */
  private static final double LEAST = 1e-9;

  private PrincipalAxes() {}

  /**
   * Puts the middle at the origin and makes the principal axes x and y and the spread 1. The first
   * place is at the right and at the top; if it is on an axis, the first that is not decides.
   *
   * @param places k × 2, not all the same
   */
  static double[][] of(double[][] places) {
    double[] middle = Places.middle(places);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (double[] place : places) {
      double x = place[0] - middle[0];
      double y = place[1] - middle[1];
      xx += x * x;
      xy += x * y;
      yy += y * y;
    }
    double angle = StrictMath.atan2(2 * xy, xx - yy) / 2;
    double[][] turned =
        new PlaneSimilarity(middle, 1, -angle, 1 / Places.spread(places), new double[2]).of(places);
    double right = sign(turned, 0);
    double top = sign(turned, 1);
    return Arrays.stream(turned)
        .map(place -> new double[] {right * place[0], top * place[1]})
        .toArray(double[][]::new);
  }

  private static double sign(double[][] places, int axis) {
    return Arrays.stream(places)
        .mapToDouble(place -> place[axis])
        .filter(value -> Math.abs(value) > LEAST)
        .map(Math::signum)
        .findFirst()
        .orElse(1);
  }
}
