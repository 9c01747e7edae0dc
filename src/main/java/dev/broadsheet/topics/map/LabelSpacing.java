package dev.broadsheet.topics.map;

import java.util.Arrays;

/**
 * How far labels must be apart, so that all can be read: by {@code width} from left to right or by
 * {@code height} from bottom to top.
 */
record LabelSpacing(double width, double height) {
  /** Of a chart on which both axes go from −1 to 1, in pixels. */
  private static final double CHART_WIDTH = 900;

  private static final double CHART_HEIGHT = 600;

  /** Of a label of 25 letters of 12 pixels, with a little air. */
  private static final double LABEL_WIDTH = 160;

  private static final double LABEL_HEIGHT = 18;

  /** As many labels take a quarter of the chart; more would leave no room to show what is near. */
  private static final double READABLE = 50;

  /** So that what was moved apart is apart, rounded or not. */
  private static final double AIR = 1e-6;

  private static final int SWEEPS = 200;
  private static final double LARGER = 1.02;

  /** What suits k topics: labels in full up to 50, then such as fill the same part of the chart. */
  static LabelSpacing of(int topics) {
    double part = StrictMath.sqrt(Math.min(1, READABLE / topics));
    return new LabelSpacing(
        part * 2 * LABEL_WIDTH / CHART_WIDTH, part * 2 * LABEL_HEIGHT / CHART_HEIGHT);
  }

  /** Whether labels in these two places would lie on each other. */
  boolean overlap(double[] place, double[] other) {
    return Math.abs(other[0] - place[0]) < width && Math.abs(other[1] - place[1]) < height;
  }

  /**
   * Moves places until none overlap. Two that do are moved in equal parts, up and down or left and
   * right, whichever is less on the chart, again and again, and not out of the chart; where that
   * alone does not end, map and chart become a little larger.
   *
   * @param places k × 2, in −1..1
   */
  double[][] apart(double[][] places) {
    double[][] apart = Arrays.stream(places).map(double[]::clone).toArray(double[][]::new);
    double edge = 1;
    for (int sweep = 1; sweep(apart, edge); sweep++) {
      if (sweep % SWEEPS == 0) {
        edge *= LARGER;
        for (double[] place : apart) {
          place[0] *= LARGER;
          place[1] *= LARGER;
        }
      }
    }
    return apart;
  }

  private boolean sweep(double[][] places, double edge) {
    boolean moved = false;
    for (int i = 0; i < places.length; i++) {
      for (int j = i + 1; j < places.length; j++) {
        if (overlap(places[i], places[j])) {
          push(places[i], places[j], edge);
          moved = true;
        }
      }
    }
    return moved;
  }

  private void push(double[] place, double[] other, double edge) {
    double right = width - Math.abs(other[0] - place[0]);
    double up = height - Math.abs(other[1] - place[1]);
    int axis = right * CHART_WIDTH < up * CHART_HEIGHT ? 0 : 1;
    double each = ((axis == 0 ? right : up) + AIR) / 2;
    double direction = other[axis] < place[axis] ? -1 : 1;
    place[axis] = within(edge, place[axis] - direction * each);
    other[axis] = within(edge, other[axis] + direction * each);
  }

  private static double within(double edge, double value) {
    return Math.max(-edge, Math.min(edge, value));
  }
}
