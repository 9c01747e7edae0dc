package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ArticleTopicsTest {
  private static ArticleTopics of(double... weights) {
    return ArticleTopics.of(weights);
  }

  @Test
  void weightsOfATwentiethAndMoreAreKeptAndAddUpToOne() {
    ArticleTopics topics = of(0.04, 0.5, 0.3, 0.16);
    assertThat(topics.topics()).containsExactly(1, 2, 3);
    assertThat(topics.weights())
        .containsExactly(new double[] {0.5 / 0.96, 0.3 / 0.96, 0.16 / 0.96}, within(1e-15));
  }

  @Test
  void theBestIsKeptHoweverSmallAndOfEqualsTheFirst() {
    double[] alike = new double[25];
    java.util.Arrays.fill(alike, 0.04);
    assertThat(of(alike).topics()).containsExactly(0);
    assertThat(of(alike).weights()).containsExactly(1.0);
  }

  @Test
  void atMostEightAreKept() {
    double[] alike = new double[10];
    java.util.Arrays.fill(alike, 0.1);
    assertThat(of(alike).topics()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @Test
  void theLargestAreKeptWhereverTheyStand() {
    double[] rising = new double[12];
    java.util.Arrays.setAll(rising, j -> (j + 1) / 78.0);
    assertThat(of(rising).topics()).containsExactly(11, 10, 9, 8, 7, 6, 5, 4);
    assertThat(of(0.1, 0.3, 0.2, 0.3, 0.1).topics()).containsExactly(1, 3, 2, 0, 4);
  }

  @Test
  void anArticleWhoseTermsAreInNoTopicHasNone() {
    assertThat(of(0, 0, 0).topics()).isEmpty();
    assertThat(of(0, 0, 0).weights()).isEmpty();
  }
}
