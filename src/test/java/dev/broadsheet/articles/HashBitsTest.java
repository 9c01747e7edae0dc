package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashBitsTest {
  private static final int HASHES = 20_000;

  private static long[] smallest(int seed) {
    return new SplittableRandom(seed)
        .longs(HASHES, Long.MIN_VALUE, Long.MIN_VALUE + (1L << 50))
        .toArray();
  }

  @Test
  void whatWasAddedIsThereAndLittleElse() {
    var bits = new HashBits(HASHES);
    for (long hash : smallest(1)) {
      bits.add(hash);
    }
    assertThat(java.util.Arrays.stream(smallest(1)).allMatch(bits::has)).isTrue();
    long others = java.util.Arrays.stream(smallest(2)).filter(bits::has).count();
    assertThat(others).isLessThan(HASHES / 10);
  }

  @Test
  void setsAreUnitedAndIntersected() {
    var one = new HashBits(10);
    var two = new HashBits(10);
    one.add(1);
    one.add(2);
    two.add(2);
    two.add(3);
    assertThat(two.add(3)).as("again").isTrue();
    var common = new HashBits(10);
    common.addCommon(one, two);
    assertThat(common.has(2)).isTrue();
    assertThat(common.has(1) || common.has(3)).isFalse();
    assertThat(common.addAll(one).has(1)).isTrue();
  }
}
