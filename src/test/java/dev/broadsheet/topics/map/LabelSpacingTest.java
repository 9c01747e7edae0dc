package dev.broadsheet.topics.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSpacingTest {
  private static final LabelSpacing SPACING = new LabelSpacing(0.4, 0.1);

  static void assertNoOverlap(LabelSpacing spacing, double[][] places) {
    for (int i = 0; i < places.length; i++) {
      for (int j = 0; j < i; j++) {
        assertThat(spacing.overlap(places[i], places[j])).isFalse();
      }
    }
  }

  @Test
  void labelsAreWiderThanTall() {
    assertThat(SPACING.overlap(new double[] {0, 0}, new double[] {0.39, 0.09})).isTrue();
    assertThat(SPACING.overlap(new double[] {0, 0}, new double[] {0.39, 0.11})).isFalse();
    assertThat(SPACING.overlap(new double[] {0, 0}, new double[] {0.41, 0})).isFalse();
  }

  @Test
  void whatIsApartStaysWhereItIs() {
    double[][] places = {{0, 0}, {0.5, 0}, {0.5, 0.2}, {-0.3, -0.15}};
    assertThat(SPACING.apart(places)).isDeepEqualTo(places);
  }

  @Test
  void movesBothAndNoFurtherThanNeeded() {
    double[][] apart = SPACING.apart(new double[][] {{0.2, 0.06}, {0, 0}, {0.9, 0}});
    assertThat(apart[0][0]).isEqualTo(0.2);
    assertThat(apart[0][1]).isBetween(0.08, 0.0801);
    assertThat(apart[1][1]).isBetween(-0.0201, -0.02);
    assertThat(apart[2]).containsExactly(0.9, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 50, 200})
  void endsWithAllApartEvenWhenAllAreInOnePlace(int topics) {
    LabelSpacing spacing = LabelSpacing.of(topics);
    assertNoOverlap(spacing, spacing.apart(new double[topics][2]));
  }

  @Test
  void manyTopicsMayBeNearer() {
    assertThat(LabelSpacing.of(50)).isEqualTo(LabelSpacing.of(2));
    assertThat(LabelSpacing.of(200).width()).isEqualTo(LabelSpacing.of(50).width() / 2);
    assertThat(LabelSpacing.of(200).height()).isEqualTo(LabelSpacing.of(50).height() / 2);
  }
}
