package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopicDistancesTest {
  /** About half of the terms of each topic have no probability. */
  private static double[][] topics(int count, int terms) {
    var random = new Random(7);
    double[][] topics = new double[count][terms];
    for (double[] topic : topics) {
      Arrays.setAll(
          topic, v -> random.nextBoolean() ? 0 : StrictMath.exp(3 * random.nextGaussian()));
      double sum = Arrays.stream(topic).sum();
      Arrays.setAll(topic, v -> topic[v] / sum);
    }
    return topics;
  }

  private static double byDefinition(double[] p, double[] q) {
    double divergence = 0;
    for (int v = 0; v < p.length; v++) {
      double mean = (p[v] + q[v]) / 2;
      divergence += p[v] == 0 ? 0 : p[v] * StrictMath.log(p[v] / mean) / 2;
      divergence += q[v] == 0 ? 0 : q[v] * StrictMath.log(q[v] / mean) / 2;
    }
    return StrictMath.sqrt(divergence / StrictMath.log(2));
  }

  @Test
  void isTheSquareRootOfTheDivergenceInBits() {
    double[][] topics = topics(12, 501);
    double[][] distances = TopicDistances.jensenShannon(topics);
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < 12; j++) {
        assertThat(distances[i][j]).isCloseTo(byDefinition(topics[i], topics[j]), within(1e-7));
        assertThat(distances[i][j]).isEqualTo(distances[j][i]);
      }
    }
  }

  @Test
  void isOneWhereNoTermIsSharedAndZeroWhereAllAre() {
    double[][] distances =
        TopicDistances.jensenShannon(
            new double[][] {{0.5, 0.5, 0, 0}, {0, 0, 0.25, 0.75}, {0.5, 0.5, 0, 0}});
    assertThat(distances[0][1]).isCloseTo(1, within(1e-12));
    assertThat(distances[0][2]).isCloseTo(0, within(1e-6));
    assertThat(distances[0][0]).isZero();
  }

  @Test
  void aTopicWithoutTermsIsFarFromAllOthersAndHasNoDistanceFromItself() {
    double[][] distances =
        TopicDistances.jensenShannon(new double[][] {{0, 0, 0}, {0.2, 0.3, 0.5}, {0, 0, 0}});
    assertThat(distances).isDeepEqualTo(new double[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
  }

  @Test
  void noWayRoundIsShorter() {
    double[][] distances = TopicDistances.jensenShannon(topics(15, 40));
    for (double[] from : distances) {
      for (int j = 0; j < from.length; j++) {
        for (int k = 0; k < from.length; k++) {
          assertThat(from[k]).isLessThanOrEqualTo(from[j] + distances[j][k] + 1e-9);
        }
      }
    }
  }

  @Test
  void hasTheSameBitsEachTime() {
    double[][] topics = topics(40, 3_000);
    double[][] once = TopicDistances.jensenShannon(topics);
    assertThat(TopicDistances.jensenShannon(topics)).isDeepEqualTo(once);
  }

  @Test
  void noTopicsHaveNoDistances() {
    assertThat(TopicDistances.jensenShannon(new double[0][])).isEmpty();
    assertThat(TopicDistances.jensenShannon(new double[][] {{}, {}}))
        .isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
  }
}
