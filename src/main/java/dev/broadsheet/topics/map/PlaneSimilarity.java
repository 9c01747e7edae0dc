package dev.broadsheet.topics.map;

/**
 * A map of the plane that keeps shapes, in this order: the middle goes to the origin, y is
 * mirrored, all is turned and scaled, the origin goes to the target.
 *
 * @param middle x, y
 * @param mirror −1 turns y around, 1 does not
 * @param angle in radians, against the clock
 * @param target x, y
 */
record PlaneSimilarity(double[] middle, int mirror, double angle, double scale, double[] target) {
  /** The images of k × 2 places. */
  double[][] of(double[][] places) {
    double cos = scale * StrictMath.cos(angle);
    double sin = scale * StrictMath.sin(angle);
    double[][] images = new double[places.length][];
    for (int i = 0; i < places.length; i++) {
      double x = places[i][0] - middle[0];
      double y = mirror * (places[i][1] - middle[1]);
      images[i] = new double[] {cos * x - sin * y + target[0], sin * x + cos * y + target[1]};
    }
    return images;
  }
}
