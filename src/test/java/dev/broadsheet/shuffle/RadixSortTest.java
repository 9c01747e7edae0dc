package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  private static final int MANY = 10_000;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, 2_047, 2_048, MANY})
  void numbersOfAllSizesAreInTheOrderThatComparingGives(int size) {
    long[] numbers = new Random(1).longs(size).map(n -> n >> (n & 63)).toArray();

    assertThat(RadixSort.sorted(numbers, size))
        .isEqualTo(LongStream.of(numbers).sorted().toArray());
  }

  @Test
  void negativeNumbersComeFirst() {
    long[] numbers = new Random(1).longs(MANY).toArray();
    numbers[7] = Long.MIN_VALUE;
    numbers[8] = Long.MAX_VALUE;
    numbers[9] = -1;

    long[] sorted = RadixSort.sorted(numbers, MANY);

    assertThat(sorted).isSorted().startsWith(Long.MIN_VALUE).endsWith(Long.MAX_VALUE);
  }

  @Test
  void numbersThatDifferInFewBitsAreSortedByThese() {
    long[] numbers =
        new Random(1).ints(MANY, 0, 4).mapToLong(n -> 5L << 50 | (long) n << 40 | 77).toArray();

    assertThat(RadixSort.sorted(numbers, MANY))
        .isEqualTo(LongStream.of(numbers).sorted().toArray());
  }

  @Test
  void onlyTheFirstAreSortedAndTheGivenOnesStayAsTheyAre() {
    long[] numbers = new Random(1).longs(MANY).toArray();
    long[] before = numbers.clone();
    long[] first = Arrays.copyOf(numbers, MANY / 2);
    Arrays.sort(first);

    assertThat(RadixSort.sorted(numbers, MANY / 2)).isEqualTo(first);
    assertThat(numbers).isEqualTo(before);
  }

  @Test
  void whatIsInOrderIsCopied() {
    long[] numbers = LongStream.range(0, MANY).toArray();

    assertThat(RadixSort.sorted(numbers, MANY)).isEqualTo(numbers).isNotSameAs(numbers);
  }
}
