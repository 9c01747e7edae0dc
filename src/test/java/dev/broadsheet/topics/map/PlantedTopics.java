package dev.broadsheet.topics.map;

import java.util.Arrays;
import java.util.Random;

/** Distances of topics that are in clusters, or of none in particular. */
public final class PlantedTopics {
  private PlantedTopics() {}

  /** Topic i is in cluster i % clusters; distances are about 0.6 within clusters, 0.93 between. */
  public static double[][] distances(int topics, int clusters) {
    return symmetric(topics, 3, (i, j) -> i % clusters == j % clusters ? 0.6 : 0.93, 0.02);
  }

  /** All topics at the same distance from each other. */
  public static double[][] equal(int topics, double distance) {
    return symmetric(topics, 0, (i, j) -> distance, 0);
  }

  /** The same, a little different each. */
  static double[][] changed(double[][] distances, int seed, double noise) {
    return symmetric(distances.length, seed, (i, j) -> distances[i][j], noise);
  }

  private interface Distance {
    double of(int i, int j);
  }

  private static double[][] symmetric(int topics, int seed, Distance distance, double noise) {
    var random = new Random(seed);
    double[][] distances = new double[topics][topics];
    for (int i = 0; i < topics; i++) {
      for (int j = 0; j < i; j++) {
        double noisy = distance.of(i, j) + noise * random.nextGaussian();
        distances[i][j] = Math.max(0, Math.min(1, noisy));
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  /** Distances between places on a plane. */
  static double[][] between(double[][] places) {
    return Arrays.stream(places)
        .map(from -> Arrays.stream(places).mapToDouble(to -> Places.distance(from, to)).toArray())
        .toArray(double[][]::new);
  }
}
