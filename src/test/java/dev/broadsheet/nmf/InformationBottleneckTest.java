package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InformationBottleneckTest {
  /** Two pairs of topics with terms in common, and one of its own. */
  private static final double[][] TOPICS = {
    {8, 8, 0, 0, 0},
    {0, 0, 9, 3, 0},
    {0, 0, 0, 0, 40},
    {6, 10, 0, 0, 0},
    {0, 0, 3, 9, 0}
  };

  @Test
  void topicsWithTheSameTermsAreJoinedFirst() {
    assertThat(InformationBottleneck.joined(TOPICS, 4, 0)).containsExactly(0, 1, 2, 0, 3);
    assertThat(InformationBottleneck.joined(TOPICS, 3, 0)).containsExactly(0, 1, 2, 0, 1);
  }

  @Test
  void thenThoseThatAreSmall() {
    assertThat(InformationBottleneck.joined(TOPICS, 2, 0)).containsExactly(0, 0, 1, 0, 0);
    assertThat(InformationBottleneck.joined(TOPICS, 1, 0)).containsOnly(0);
  }

  @Test
  void asManyAsThereAreStayAsTheyAre() {
    assertThat(InformationBottleneck.joined(TOPICS, 5, 0)).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void topicsThatAreApartAreNeverJoinedWithEachOther() {
    double[][] first = {TOPICS[0], TOPICS[3], TOPICS[1], TOPICS[4]};
    assertThat(InformationBottleneck.joined(first, 2, 2)[0]).isZero();
    assertThat(InformationBottleneck.joined(first, 2, 2)[1]).isEqualTo(1);
    assertThat(InformationBottleneck.joined(first, 1, 2))
        .as("as few as can be")
        .startsWith(0, 1)
        .doesNotContain(2);
  }

  @Test
  void whatIsGivenIsLeftAsItWas() {
    double[][] topics = Arrays.stream(TOPICS).map(double[]::clone).toArray(double[][]::new);
    InformationBottleneck.joined(topics, 2, 0);
    assertThat(topics).isDeepEqualTo(TOPICS);
  }
}
