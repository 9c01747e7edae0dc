package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {
  @Test
  void aSumOfShuffledNumbersIsTheSameToTheBit() {
    var random = new Random(1);
    List<Double> summands =
        random
            .doubles(10_000, -1, 1)
            .map(x -> x * x * x)
            .boxed()
            .collect(Collectors.toCollection(java.util.ArrayList::new));
    FixedPoint fixed = FixedPoint.forSum(summands.size(), 1);
    double sum = sum(fixed, summands);
    double ofDoubles = summands.stream().reduce(0.0, Double::sum);
    boolean doublesDiffer = false;
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(summands, random);
      assertThat(Double.doubleToLongBits(sum(fixed, summands)))
          .isEqualTo(Double.doubleToLongBits(sum));
      doublesDiffer |= summands.stream().reduce(0.0, Double::sum) != ofDoubles;
    }
    assertThat(doublesDiffer).as("that plain doubles would not do").isTrue();
    assertThat(sum).isCloseTo(ofDoubles, within(1e-9));
  }

  private static double sum(FixedPoint fixed, List<Double> summands) {
    long units = 0;
    for (double summand : summands) {
      units += fixed.units(summand);
    }
    return fixed.value(units);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "1, 0.99999999",
    "2, 1",
    "1023, 1",
    "1024, 1",
    "1025, 3.9999999",
    "200000, 1.0000000000000002",
    "1000000007, 1e12",
    "1000, 1e-30",
    "5, 0",
  })
  void asManyOfTheLargestAsThereMayBeDoNotOverflow(long summands, double largest) {
    FixedPoint fixed = FixedPoint.forSum(summands, largest);
    long all = Math.multiplyExact(fixed.units(largest), summands);
    assertThat(all).isNotNegative();
    assertThat(fixed.value(all)).isCloseTo(largest * summands, within(1e-6 * largest * summands));
    assertThat(Math.multiplyExact(fixed.units(-largest), summands)).isEqualTo(-all);
  }

  @Test
  void unitsAreAsFineAsTheyCanBe() {
    for (long summands : new long[] {10_000, 200_000, 1_000_000_000}) {
      FixedPoint fixed = FixedPoint.forSum(summands, 1);
      assertThat(fixed.units(1) * (double) summands).isBetween(0x1p59, 0x1p62);
    }
    assertThat(FixedPoint.forSum(7, 1).units(1)).isEqualTo(1L << 48);
  }

  @Test
  void aSummandIsRoundedToTheNearestUnitAndHalfOfOneToTheEvenOne() {
    var random = new Random(1);
    FixedPoint fixed = FixedPoint.forSum(1000, 3);
    random
        .doubles(10_000, -12, 12)
        .forEach(x -> assertThat(fixed.units(x)).isEqualTo((long) Math.rint(x * fixed.scale())));
    for (double half : new double[] {0.5, 1.5, 2.5, -0.5, -1.5, 1e9 + 0.5}) {
      assertThat(fixed.units(half / fixed.scale())).isEqualTo((long) Math.rint(half));
    }
  }

  @Test
  void aProductOfANumberAndARowIsAddedAtItsPlace() {
    FixedPoint fixed = FixedPoint.forSum(10, 4);
    long[] sums = new long[5];
    sums[3] = fixed.units(1);
    fixed.add(0.5, new double[] {1, -3, 0.25}, sums, 2);
    assertThat(fixed.values(sums)).containsExactly(0, 0, 0.5, -0.5, 0.125);
    assertThat(fixed.value(sums[3])).isEqualTo(-0.5);
  }
}
