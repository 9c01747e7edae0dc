package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BinaryLogarithmTest {
  @Test
  void isWhatTheLogarithmSays() {
    var random = new Random(1);
    for (int i = 0; i < 100_000; i++) {
      double x = 2 * StrictMath.exp(-40 * random.nextDouble());
      double logarithm = StrictMath.log(x) / StrictMath.log(2);
      assertThat(BinaryLogarithm.times(x) / x).isCloseTo(logarithm, within(4e-14));
    }
  }

  @Test
  void knowsWhatIsRound() {
    assertThat(BinaryLogarithm.times(0)).isZero();
    assertThat(BinaryLogarithm.times(1)).isCloseTo(0, within(1e-15));
    assertThat(BinaryLogarithm.times(0.5)).isCloseTo(-0.5, within(1e-14));
    assertThat(BinaryLogarithm.times(2)).isCloseTo(2, within(1e-13));
    assertThat(BinaryLogarithm.times(Double.MIN_VALUE)).isCloseTo(0, within(1e-300));
  }
}
