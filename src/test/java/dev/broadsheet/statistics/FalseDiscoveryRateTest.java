package dev.broadsheet.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class FalseDiscoveryRateTest {
  private static FalseDiscoveryRate of(double... p) {
    var tests = new FalseDiscoveryRate();
    DoubleStream.of(p).forEach(tests::add);
    return tests;
  }

  @Test
  void theRateIsThatOfBenjaminiAndHochberg() {
    // The example of their paper (1995, p. 295): 15 tests, four of them found at 0.05.
    double[] p = {
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0
    };
    FalseDiscoveryRate.Rates rates = of(p).rates();
    double q = 1;
    for (int i = p.length - 1; i >= 0; i--) {
      q = Math.min(q, p[i] * p.length / (i + 1));
      assertThat(rates.of(p[i])).isBetween(q * 0.999999, q * 1.006);
    }
    assertThat(DoubleStream.of(p).filter(each -> rates.of(each) <= 0.05).count()).isEqualTo(4);
  }

  @Test
  void testsOfWhichNothingIsKnownCount() {
    assertThat(of(0.01, 0.5).rates().of(0.01)).isCloseTo(0.02, within(2e-4));
    assertThat(of(0.01).rates(10).of(0.01)).isCloseTo(0.1, within(1e-3));
    assertThat(of(0.5).rates(10).of(0.5)).isEqualTo(1);
    assertThat(of(0).rates().of(0)).isCloseTo(0, within(1e-299));
  }

  @Test
  void partsOfAFamilyAreAdded() {
    FalseDiscoveryRate all = of(0.01, 0.2).add(of(0.5));
    assertThat(all.tests()).isEqualTo(3);
    assertThat(all.rates().of(0.01)).isEqualTo(of(0.01, 0.2, 0.5).rates().of(0.01));
  }
}
