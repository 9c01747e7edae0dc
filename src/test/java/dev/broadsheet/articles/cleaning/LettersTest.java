package dev.broadsheet.articles.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LettersTest {
  @Test
  void caseWhiteSpaceAndPunctuationDoNotCount() {
    assertThat(Letters.hash("“The river rose, in Orlin – 3 ft!”"))
        .isEqualTo(Letters.hash("the RIVER rose in\u00a0Orlin 3ft"))
        .isNotEqualTo(Letters.hash("the river rose in Orlin 4 ft"));
    assertThat(Letters.hash("Ärger".repeat(2000))).isEqualTo(Letters.hash("ÄRGER ".repeat(2000)));
  }

  @Test
  void aTextWithoutLettersHasNone() {
    assertThat(Letters.hash(" – …!")).isNull();
    assertThat(Letters.hash("")).isNull();
  }

  @Test
  void wordsArePartedByWhiteSpaceOfAnyKind() {
    assertThat(Letters.hasWords("one two\u00a0three\n\n four", 4)).isTrue();
    assertThat(Letters.hasWords("one two\u00a0three\n\n four ", 5)).isFalse();
    assertThat(Letters.hasWords("", 1)).isFalse();
  }
}
