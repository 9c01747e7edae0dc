package dev.broadsheet.topics.map;

import java.util.Arrays;
import java.util.Map;

/**
 * Turns and mirrors a map so that it lies on the one before as well as it can: the orthogonal
 * Procrustes problem (Schönemann 1966), whose solution in the plane is a closed formula.
 */
final class Procrustes {
  /** Less spread than this is all in one place. */
  private static final double LEAST = 1e-9;

  private Procrustes() {}

  /**
   * The places, turned or mirrored, moved and scaled. The topics of both maps have the same middle
   * and the same spread after it; to scale by least squares would be a little less each time, and
   * the map would shrink from night to night.
   *
   * @param places k × 2
   * @param before x, y of two or more of the topics, by row index
   */
  static double[][] onto(double[][] places, Map<Integer, double[]> before) {
    int[] kept = before.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    double[][] from = Arrays.stream(kept).mapToObj(i -> places[i]).toArray(double[][]::new);
    double[][] onto = Arrays.stream(kept).mapToObj(before::get).toArray(double[][]::new);
    double[] middle = Places.middle(from);
    double[] target = Places.middle(onto);
    double[][] c = new double[2][2];
    for (int i = 0; i < kept.length; i++) {
      for (int a = 0; a < 2; a++) {
        for (int b = 0; b < 2; b++) {
          c[a][b] += (from[i][a] - middle[a]) * (onto[i][b] - target[b]);
        }
      }
    }
    // What is left of the sum of squares after the best turn, and after the best one of the mirror.
    double turned = StrictMath.hypot(c[0][0] + c[1][1], c[0][1] - c[1][0]);
    double mirrored = StrictMath.hypot(c[0][0] - c[1][1], c[0][1] + c[1][0]);
    int mirror = mirrored > turned ? -1 : 1;
    double angle = StrictMath.atan2(c[0][1] - mirror * c[1][0], c[0][0] + mirror * c[1][1]);
    double spread = Places.spread(from);
    double wanted = Places.spread(onto);
    double scale = spread > LEAST && wanted > LEAST ? wanted / spread : 1;
    return new PlaneSimilarity(middle, mirror, angle, scale, target).of(places);
  }
}
