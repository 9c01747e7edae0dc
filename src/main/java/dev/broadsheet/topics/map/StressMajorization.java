package dev.broadsheet.topics.map;

import java.util.Map;

/**
 * Metric multidimensional scaling by SMACOF (de Leeuw 1977): moves places until the stress, the sum
 * of the squared differences between the distances on the plane and the given ones, is at a
 * minimum.
 *
 * <p>Topics may have anchors. Then the minimum is that of the stress and of {@value #PULL} · k
 * times the squared distances from the anchors (as Xu, Kliger and Hero 2013 draw networks that
 * change).
 */
final class StressMajorization {
  /**
   * With a hundredth of noise in all distances topics then move by 1 to 5 % of the map from night
   * to night, and in a week they are where they should be.
   */
  private static final double PULL = 0.1;

  private static final double CONVERGED = 1e-9;
  private static final int MOST_STEPS = 5_000;

  private StressMajorization() {}

  /**
   * The minimum that is nearest to the start.
   *
   * @param distances k × k, symmetric
   * @param start k × 2, no two places the same: what is in one place stays together for ever
   * @param anchors x, y of some of the topics, by row index, in the unit of the distances
   * @return k × 2, in the unit of the distances
   */
  static double[][] of(double[][] distances, double[][] start, Map<Integer, double[]> anchors) {
    double[][] places = start;
    double objective = Double.MAX_VALUE;
    for (int step = 0; step < MOST_STEPS; step++) {
      places = majorized(distances, places, anchors);
      double before = objective;
      objective = stress(distances, places) + pull(places, anchors);
      if (before - objective <= CONVERGED * before) {
        break;
      }
    }
    return places;
  }

  /**
   * Each topic goes to the mean of where the others, one at a time, would have it (the Guttman
   * transform), and from there to its anchor, a part of the way.
   */
  private static double[][] majorized(
      double[][] distances, double[][] places, Map<Integer, double[]> anchors) {
    double[][] next = guttmanTransform(distances, places);
    double[] middle = Places.middle(places);
    for (int i = 0; i < next.length; i++) {
      for (int axis = 0; axis < 2; axis++) {
        next[i][axis] += middle[axis];
        if (anchors.containsKey(i)) {
          next[i][axis] = (next[i][axis] + PULL * anchors.get(i)[axis]) / (1 + PULL);
        }
      }
    }
    return next;
  }

  private static double[][] guttmanTransform(double[][] distances, double[][] places) {
    int k = places.length;
    double[][] next = new double[k][2];
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < i; j++) {
        double onPlane = Places.distance(places[i], places[j]);
        double ratio = onPlane > 0 ? distances[i][j] / onPlane / k : 0;
        for (int axis = 0; axis < 2; axis++) {
          double apart = ratio * (places[i][axis] - places[j][axis]);
          next[i][axis] += apart;
          next[j][axis] -= apart;
        }
      }
    }
    return next;
  }

  private static double stress(double[][] distances, double[][] places) {
    double stress = 0;
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        double difference = Places.distance(places[i], places[j]) - distances[i][j];
        stress += difference * difference;
      }
    }
    return stress;
  }

  private static double pull(double[][] places, Map<Integer, double[]> anchors) {
    double pull = 0;
    for (Map.Entry<Integer, double[]> anchor : anchors.entrySet()) {
      double distance = Places.distance(places[anchor.getKey()], anchor.getValue());
      pull += PULL * places.length * distance * distance;
    }
    return pull;
  }
}
