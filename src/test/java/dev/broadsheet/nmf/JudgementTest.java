package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class JudgementTest {
  private static final FixedPoint UNITS = FixedPoint.forSum(1_000, 100);
  private static final long[] NONE = new long[3];

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
  void documentsThatHaveNothingOfTheOtherTopicAreMixedWithIt() {
    assertThat(certain(1).mixed(new int[] {0, 0, 1}, NONE)).containsExactly(10, 0);
    assertThat(certain(1).mixed(new int[] {0, 0, 0}, NONE)).containsExactly(20);
    assertThat(certain(0.97).mixed(new int[] {0, 0, 1}, NONE)).containsExactly(0, 0);
  }

  @Test
  void aLargeTopicThatIsCertainDoesNotSpeakForASmallOneThatIsNot() {
    long[] frequencies = {90, 0, 80, 0, 0, 8, 0, 9};
    long[] documents = {100, 10};
    long[] shares = {UNITS.units(100), UNITS.units(9)};
    var judgement = new Judgement(frequencies, documents, shares, UNITS);
    assertThat(judgement.certainty()).isGreaterThan(0.98);
    assertThat(judgement.mixed(new int[] {0, 0}, NONE)).containsExactly(0);
  }

  @Test
  void aFewDocumentsAreAStoryAndNoSubject() {
    long[] frequencies = {90, 0, 80, 0, 70, 0, 0, 4, 0, 4, 0, 4};
    long[] documents = {100, 4};
    long[] shares = {UNITS.units(100), UNITS.units(4)};
    var judgement = new Judgement(frequencies, documents, shares, UNITS);
    assertThat(judgement.mixed(new int[] {0, 0}, NONE)).containsExactly(0);
  }

  @Test
  void topicsThatAreWorthNothingApartAreOne() {
    long[] alike = {9, 8, 0, 8, 9, 0, 9, 9, 0, 0, 0, 10};
    long ten = UNITS.units(10);
    var judgement =
        new Judgement(alike, new long[] {10, 10, 10}, new long[] {ten, ten, ten}, UNITS);
    assertThat(judgement.mixed(new int[] {0, 0, 1}, NONE)).containsExactly(0, 0);
  }

  @Test
  void whatIsMixedStaysSo() {
    long[] first = {3, 0, 0};
    assertThat(certain(0.5).mixed(new int[] {0, 1, 1}, first)).containsExactly(3, 0);
    assertThat(certain(0.5).mixed(new int[] {0, 1, 0}, first)).containsExactly(3, 0);
  }

  @Test
  void aPartIsOfTheDocumentsThatHaveATopic() {
    var judgement = new Judgement(new long[3], new long[] {30, 10, 0}, new long[3], UNITS);
    assertThat(judgement.part(new long[] {4, 6, 0})).isEqualTo(0.25);
    assertThat(new Judgement(new long[3], new long[3], new long[3], UNITS).part(NONE)).isZero();
  }
}
