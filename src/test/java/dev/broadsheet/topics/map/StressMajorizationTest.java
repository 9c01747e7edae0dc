package dev.broadsheet.topics.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StressMajorizationTest {
  private static final double[][] PLACES = {{0, 0}, {0.4, 0.1}, {0.3, 0.8}, {-0.5, 0.2}, {0, -0.6}};

  private static void assertSameDistances(double[][] places, double[][] distances) {
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(Places.distance(places[i], places[j])).isCloseTo(distances[i][j], within(1e-3));
      }
    }
  }

  @Test
  void distancesOnAPlaneAreFoundAgain() {
    double[][] distances = PlantedTopics.between(PLACES);
    assertSameDistances(ClassicalScaling.of(distances), distances);
    assertSameDistances(
        StressMajorization.of(distances, Sunflower.of(PLACES.length), Map.of()), distances);
  }

  @Test
  void whatIsAnchoredWhereItFitsStaysThere() {
    double[][] places =
        StressMajorization.of(
            PlantedTopics.between(PLACES),
            Sunflower.of(PLACES.length),
            Map.of(0, PLACES[0], 1, PLACES[1], 2, PLACES[2]));
    for (int i = 0; i < PLACES.length; i++) {
      assertThat(Places.distance(places[i], PLACES[i])).isLessThan(1e-2);
    }
  }

  @Test
  void anAnchorDoesNotHoldAgainstAllDistances() {
    double[][] distances = PlantedTopics.between(PLACES);
    double[] wrong = {5, 5};
    double[][] places =
        StressMajorization.of(distances, Sunflower.of(PLACES.length), Map.of(0, wrong));
    assertSameDistances(places, distances);
    assertThat(Places.distance(places[0], wrong)).isLessThan(1e-2);
  }
}
