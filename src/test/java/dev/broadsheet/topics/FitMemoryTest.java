package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FitMemoryTest {
  private static final long GIGABYTE = 1L << 30;
  private static final long MANY = 200_000;

  @Test
  void aFitNeedsTwelveMatricesOfTermsTimesTheTopicsFoundOnTwoCoresAndATenth() {
    FitMemory memory = FitMemory.ofFit(50_000, 200, 0, MANY, 2);
    assertThat(memory.found()).isEqualTo(230);
    assertThat(memory.bytes()).isEqualTo(1_214_400_000L);
    assertThat(memory.fits(1_214_400_000L)).isTrue();
    assertThat(memory.fits(1_214_000_000L)).isFalse();
    assertThat(FitMemory.ofFit(50_000, 200, 0, MANY, 8).bytes()).isEqualTo(3_036_000_000L);
    assertThat(FitMemory.ofFit(50_000, 10, 0, MANY, 2).found()).isEqualTo(30);
    assertThat(FitMemory.ofFit(50_000, 200, 200, MANY, 2).found()).isEqualTo(200);
    assertThat(FitMemory.ofFit(50_000, 1, 0, MANY, 2).found()).isEqualTo(1);
  }

  @Test
  void whatFitsIsSaidAsTopicsAndAsAVocabulary() {
    FitMemory memory = FitMemory.ofFit(50_000, 400, 0, MANY, 2);
    assertThat(memory.largest(GIGABYTE)).isEqualTo(10_168_009L);
    assertThat(memory.mostTopics(GIGABYTE)).isEqualTo(173);
    assertThat(FitMemory.ofFit(50_000, 173, 0, MANY, 2).fits(GIGABYTE)).isTrue();
    assertThat(FitMemory.ofFit(50_000, 174, 0, MANY, 2).fits(GIGABYTE)).isFalse();
    assertThat(memory.largestVocabulary(GIGABYTE)).isEqualTo(23_646);
    assertThat(FitMemory.ofFit(23_646, 400, 0, MANY, 2).fits(GIGABYTE)).isTrue();
    assertThat(memory.mostTopics(0)).isEqualTo(1);
  }

  @Test
  void documentsOnTheDriverTakeTwentyBytesForEachNonzeroBesideTheMatrices() {
    FitMemory alone = FitMemory.ofFit(50_000, 100, 0, MANY, 2);
    assertThat(alone.withDocumentsOfFit(100, 3_000_000).bytes())
        .isEqualTo(alone.bytes() + 60_000_000);
    FitMemory some = alone.withDocumentsOfFit(100, 80_000_000);
    assertThat(some.bytes()).as("40,000 nonzeros a topic").isEqualTo(alone.bytes() + 80_000_000);
    assertThat(some.fits(some.bytes() + 1)).isTrue();
    assertThat(some.fits(some.bytes() - 1_000)).isFalse();
    assertThat(some.mostTopics(GIGABYTE)).isEqualTo(158);
    assertThat(alone.withDocumentsOfFit(300, 80_000_000)).as("on executors").isEqualTo(alone);
    assertThat(alone.withDocumentsOfChoice(1_000_000, 80_000_000).documents())
        .as("of 20,000")
        .isEqualTo(32_000_000);
  }

  @Test
  void noHeapIsLargeEnoughForMoreNumbersThanAnArrayHas() {
    FitMemory memory = FitMemory.ofFit(10_000_000, 200, 0, MANY, 2);
    assertThat(memory.fits(Long.MAX_VALUE)).isFalse();
    assertThat(memory.mostTopics(Long.MAX_VALUE)).isEqualTo(184);
  }

  @Test
  void toChooseTheNumberOfTopicsForARunThatContinuesAnotherKeepsThreeForEachNumber() {
    FitMemory first = FitMemory.ofChoice(50_000, 19_000, 9_500, 2);
    assertThat(first.found()).isEqualTo(113);
    assertThat(first.matrices()).isEqualTo(12 + 1);
    FitMemory next = FitMemory.ofContinuedChoice(50_000, 100, 9_500, 2);
    assertThat(next.found()).isEqualTo(110);
    assertThat(next.matrices()).isEqualTo(13 + 3);
    assertThat(next.bytes()).isEqualTo((long) (1.1 * 8 * (13 + 3) * 110 * 50_000));
  }

  @Test
  void anExecutorNeedsOneAndThreeForEachOfItsTasksWhereTheDocumentsLieThere() {
    FitMemory memory = FitMemory.ofExecutor(50_000, 300, 0, MANY, 20_000_000, 2);
    assertThat(memory.found()).isEqualTo(330);
    assertThat(memory.matrices()).isEqualTo(7);
    assertThat(memory.bytes()).isEqualTo(1_016_400_000L);
    assertThat(FitMemory.ofExecutor(50_000, 300, 290, MANY, 20_000_000, 1).found()).isEqualTo(320);
    assertThat(FitMemory.ofExecutor(50_000, 300, 0, MANY, 8_388_608, 2).fits(0)).isTrue();
    assertThat(FitMemory.ofExecutor(50_000, 300, 0, MANY, 8_388_609, 2).fits(0)).isFalse();
    // Of all of these no more are passed over than the driver holds.
    assertThat(FitMemory.ofExecutor(50_000, 209, 0, MANY, 20_000_000, 2).fits(0)).isTrue();
    assertThat(FitMemory.ofExecutor(50_000, 210, 0, MANY, 20_000_000, 2).fits(0)).isFalse();
    assertThat(FitMemory.ofExecutor(50_000, 1, 0, MANY, 20_000_000, 2).fits(0)).isTrue();
  }
}
