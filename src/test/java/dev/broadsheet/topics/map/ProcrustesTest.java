package dev.broadsheet.topics.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcrustesTest {
  private static final double[][] PLACES = {{0, 0}, {1, 0.1}, {0.3, 0.8}, {-0.5, 0.2}};

  @ParameterizedTest
  @CsvSource({"1, 0", "1, 2", "1, -3", "-1, 0", "-1, 0.5", "-1, 3"})
  void undoesEveryTurnAndMirroring(int mirror, double angle) {
    var moved = new PlaneSimilarity(new double[] {2, 1}, mirror, angle, 0.3, new double[] {5, 5});
    double[][] places =
        Procrustes.onto(
            moved.of(PLACES), Map.of(0, PLACES[0], 1, PLACES[1], 2, PLACES[2], 3, PLACES[3]));
    for (int i = 0; i < PLACES.length; i++) {
      assertThat(Places.distance(places[i], PLACES[i])).isLessThan(1e-12);
    }
  }

  @Test
  void takesTopicsAlongThatHadNoPlace() {
    double[][] places = Procrustes.onto(PLACES, Map.of(0, new double[] {1, 1}, 1, new double[2]));
    assertThat(Places.distance(places[0], new double[] {1, 1})).isLessThan(0.01);
    assertThat(Places.distance(places[2], places[0])).isGreaterThan(0.5);
  }

  @Test
  void allInOnePlaceIsNoReasonToShrink() {
    double[] place = {0.5, 0.5};
    double[][] places = Procrustes.onto(PLACES, Map.of(0, place, 1, place));
    assertThat(Places.spread(places)).isEqualTo(Places.spread(PLACES));
  }
}
