package dev.broadsheet.topics.map;

/** Places for topics of which nothing is known: like the seeds of a sunflower (Vogel 1979). */
final class Sunflower {
  private static final double GOLDEN_ANGLE = StrictMath.PI * (3 - StrictMath.sqrt(5));

  private Sunflower() {}

  /**
   * k × 2 places in the unit disc, no two the same, evenly spread, the first nearest the middle.
   */
  static double[][] of(int topics) {
    double[][] places = new double[topics][];
    for (int i = 0; i < topics; i++) {
      double radius = StrictMath.sqrt((i + 0.5) / topics);
      double angle = i * GOLDEN_ANGLE;
      places[i] = new double[] {radius * StrictMath.cos(angle), radius * StrictMath.sin(angle)};
    }
    return places;
  }
}
