package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DistinctNumbersTest {
  private final DistinctNumbers numbers = new DistinctNumbers();

  @Test
  void aNumberIsNewOnceInEachText() {
    for (int text = 1; text < 20; text++) {
      numbers.clear(100 * text);
      for (long number = 0; number < 100 * text; number++) {
        assertThat(numbers.add(number << 42)).isTrue();
        assertThat(numbers.add(number << 42)).isFalse();
      }
    }
  }

  @Test
  void zeroIsANumber() {
    numbers.clear(1);

    assertThat(numbers.add(0)).isTrue();
    assertThat(numbers.add(0)).isFalse();
  }
}
