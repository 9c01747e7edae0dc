package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final FixedPoint UNITS = FixedPoint.forSum(100, 10);
  private static final boolean[] NONE = new boolean[3];

  /**
   * Ten documents a topic; terms 0 and 1 are of the first, 2 and 3 of the second, 4 of the last.
   */
  private static Judgement certain(double share) {
    long[] frequencies = {9, 0, 0, 8, 0, 0, 0, 9, 0, 0, 8, 0, 0, 0, 10};
    long of = UNITS.units(10 * share);
    return new Judgement(frequencies, new long[] {10, 10, 10}, new long[] {of, of, of}, UNITS);
  }

  @Test
  void certaintyIsTheMeanShareOfTheMainTopic() {
    assertThat(certain(0.7).certainty()).isCloseTo(0.7, within(1e-12));
    assertThat(new Judgement(new long[3], new long[3], new long[3], UNITS).certainty()).isZero();
  }

  @Test
  void topicsWhoseDocumentsHaveNothingOfTheOtherAreAMixture() {
    assertThat(certain(1).mixtures(new int[] {0, 0, 1}, NONE)).containsExactly(true, false);
    assertThat(certain(0.97).mixtures(new int[] {0, 0, 1}, NONE)).containsExactly(false, false);
  }

  @Test
  void topicsThatAreWorthNothingApartAreNone() {
    long[] alike = {9, 8, 0, 8, 9, 0, 9, 9, 0, 0, 0, 10};
    long ten = UNITS.units(10);
    var judgement =
        new Judgement(alike, new long[] {10, 10, 10}, new long[] {ten, ten, ten}, UNITS);
    assertThat(judgement.mixtures(new int[] {0, 0, 1}, NONE)).containsExactly(false, false);
  }

  @Test
  void whatHasAMixtureInItIsOne() {
    boolean[] first = {true, false, false};
    assertThat(certain(0.5).mixtures(new int[] {0, 1, 1}, first)).containsExactly(true, false);
    assertThat(certain(0.5).mixtures(new int[] {0, 1, 0}, first)).containsExactly(true, false);
  }

  @Test
  void aPartIsOfTheDocumentsThatHaveATopic() {
    var judgement = new Judgement(new long[3], new long[] {30, 10, 0}, new long[3], UNITS);
    assertThat(judgement.part(new boolean[] {false, true, true})).isEqualTo(0.25);
    assertThat(new Judgement(new long[3], new long[3], new long[3], UNITS).part(NONE)).isZero();
  }
}
