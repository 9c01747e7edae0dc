package dev.broadsheet.measures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalanceTest {
  /** As many documents of each topic. */
  private static int[] topics(int... sizes) {
    return IntStream.range(0, sizes.length)
        .flatMap(topic -> IntStream.range(0, sizes[topic]).map(i -> topic))
        .toArray();
  }

  @Test
  void topicsOfOneSizeAreBalanced() {
    assertThat(Balance.of(topics(5, 5, 5, 5), 4)).isEqualTo(new Balance(0.25, 0));
  }

  @Test
  void aTopicIsTinyBelowATwentiethOfAnEqualShare() {
    // An equal share of 80 documents is 20, a twentieth of it 1.
    assertThat(Balance.of(topics(60, 19, 1, 0), 4)).isEqualTo(new Balance(0.75, 1));
    assertThat(Balance.of(topics(61, 19, 1, 0), 4).tiny()).isEqualTo(2);
  }

  @Test
  void documentsWithoutATopicDoNotCount() {
    assertThat(Balance.of(new int[] {0, -1, 1, -1, 1}, 2)).isEqualTo(new Balance(2 / 3.0, 0));
    assertThat(Balance.of(new int[] {-1, -1}, 2)).isEqualTo(new Balance(0, 0));
  }
}
