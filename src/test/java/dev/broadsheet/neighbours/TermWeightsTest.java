package dev.broadsheet.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermWeightsTest {
  @Test
  void theLargestWeightIsFirstAndOfEqualOnesTheFirst() {
    double[] weights = {0.2, 0.5, 0, 0.5, 0.3, 0.2};
    assertThat(TermWeights.best(weights, 4)).containsExactly(1, 3, 4, 0);
    assertThat(TermWeights.best(weights, 9)).containsExactly(1, 3, 4, 0, 5, 2);
    assertThat(TermWeights.best(weights, 0)).isEmpty();
    assertThat(TermWeights.best(new double[0], 4)).isEmpty();
  }
}
