package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void oneTopicGainsNothing() {
    assertThat(Evidence.gain(new long[] {3, 1, 2}, new long[] {4})).isZero();
  }

  @Test
  void twoDocumentsWithATermEachAreWorkedOutByHand() {
    // Apart: p = 1/2 each, and 1/3! of the 2 topics' divisions 1!·1!. Together: 1/2 · (1/2) / 2.
    double apart = Math.log(0.5) + Math.log(0.5) + Math.log(1.0 / 6);
    double together = Math.log(0.5 * 0.25);
    assertThat(Evidence.gain(new long[] {1, 0, 0, 1}, new long[] {1, 1}))
        .isCloseTo((apart - together) / 2, within(1e-12));
  }

  @Test
  void topicsWithTermsOfTheirOwnGainAndTopicsThatShareAllLose() {
    long[] own = {90, 0, 80, 0, 0, 70, 0, 95};
    long[] shared = {45, 45, 40, 40, 35, 35, 47, 48};
    assertThat(Evidence.gain(own, new long[] {100, 100})).isGreaterThan(0.2);
    assertThat(Evidence.gain(shared, new long[] {100, 100})).isNegative();
  }

  @Test
  void nothingIsWorthNothing() {
    assertThat(Evidence.gain(new long[4], new long[] {0, 0})).isZero();
  }
}
