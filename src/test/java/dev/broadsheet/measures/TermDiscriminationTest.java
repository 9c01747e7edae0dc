package dev.broadsheet.measures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermDiscriminationTest {
  /** Two documents of rain (terms 0 and 1), two of banks (2 and 3); 4 is in all. */
  private static final int[][] DOCUMENTS = {{0, 1, 4}, {0, 4}, {2, 3, 4}, {3, 4}};

  private static final int[] MAIN = {0, 0, 1, 1};

  private static double of(int[]... best) {
    return TermDiscrimination.of(DOCUMENTS, MAIN, best);
  }

  @Test
  void termsThatOnlyTheTopicsArticlesHaveTellThemFromAllOthers() {
    assertThat(of(new int[] {0, 1}, new int[] {2, 3})).isEqualTo(1);
  }

  @Test
  void termsOfTheArticlesOfAnotherTopicAreWorseThanChance() {
    assertThat(of(new int[] {2, 3}, new int[] {0, 1})).isZero();
  }

  @Test
  void termsThatAllArticlesHaveOrNoneSayNothing() {
    assertThat(of(new int[] {4}, new int[] {5})).isEqualTo(0.5);
    assertThat(of(new int[] {}, new int[] {})).isEqualTo(0.5);
  }

  @Test
  void aTermOfSomeArticlesOnlyWinsHalfOfTheTies() {
    // Term 1 is in one of the two: it wins against both others, the second article ties with them.
    assertThat(of(new int[] {1}, new int[] {2, 3})).isEqualTo((0.75 + 1) / 2);
  }

  @Test
  void aLargeTopicWithOthersTermsIsNotHiddenBySmallGoodOnes() {
    int[][] documents = {{0}, {0}, {0}, {0}, {0}, {0}, {0}, {0}, {1}, {2}};
    int[] main = {0, 0, 0, 0, 0, 0, 0, 0, 1, 2};
    // The terms of topic 0 are those of the one article of topic 1: half of the pairs tie.
    assertThat(TermDiscrimination.of(documents, main, new int[][] {{1}, {1}, {2}}))
        .isEqualTo(0.8 * 0.25 + 0.2);
  }

  @Test
  void articlesWithoutATopicDoNotCount() {
    assertThat(TermDiscrimination.of(DOCUMENTS, new int[] {0, -1, 1, -1}, new int[][] {{1}, {2}}))
        .isEqualTo(1);
    assertThat(TermDiscrimination.of(DOCUMENTS, new int[] {-1, -1, -1, -1}, new int[][] {{1}}))
        .isEqualTo(0.5);
  }
}
