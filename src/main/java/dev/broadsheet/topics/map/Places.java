package dev.broadsheet.topics.map;

import java.util.Arrays;

/** Measures of k × 2 places on a plane. */
final class Places {
  private Places() {}

  static double distance(double[] place, double[] other) {
    double x = place[0] - other[0];
    double y = place[1] - other[1];
    return StrictMath.sqrt(x * x + y * y);
  }

  /** The mean x and y. */
  static double[] middle(double[][] places) {
    double[] middle = new double[2];
    for (double[] place : places) {
      middle[0] += place[0] / places.length;
      middle[1] += place[1] / places.length;
    }
    return middle;
  }

  /** The root of the mean squared distance from the middle. */
  static double spread(double[][] places) {
    double[] middle = middle(places);
    double sum = 0;
    for (double[] place : places) {
      double distance = distance(place, middle);
      sum += distance * distance;
    }
    return StrictMath.sqrt(sum / places.length);
  }

  /** Half the side of the square around them. */
  static double extent(double[][] places) {
    return Math.max(highest(places, 0) - lowest(places, 0), highest(places, 1) - lowest(places, 1))
        / 2;
  }

  static double lowest(double[][] places, int axis) {
    return Arrays.stream(places).mapToDouble(place -> place[axis]).min().orElse(0);
  }

  static double highest(double[][] places, int axis) {
    return Arrays.stream(places).mapToDouble(place -> place[axis]).max().orElse(0);
  }
}
