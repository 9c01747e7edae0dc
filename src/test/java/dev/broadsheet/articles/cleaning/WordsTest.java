package dev.broadsheet.articles.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void caseAndPunctuationDoNotCount() {
    assertThat(Words.of("“Rain FELL – on\tthe river's bank”").hashes())
        .isEqualTo(Words.of("rain fell. On the RIVER s bank!").hashes())
        .hasSize(7)
        .doesNotHaveDuplicates();
  }

  @Test
  void aNumberIsOneWordHoweverItIsWritten() {
    Words words = Words.of("155,221 bags at 6-3/16, not 6-1/16. 1.");
    assertThat(words.numbers()).containsExactly(true, false, false, true, false, true, true);
    assertThat(words.hashes()[0]).isEqualTo(Words.of("155.221").hashes()[0]);
    assertThat(words.hashes()[3]).isNotEqualTo(words.hashes()[5]);
  }

  @Test
  void itSaysWhichWordsBeginWithACapital() {
    assertThat(Words.of("Éire’s iPad, OPEC 7").capitals())
        .containsExactly(true, false, false, true, false);
  }

  @Test
  void whereNoSpacesSeparateWordsACharacterIsOne() {
    assertThat(Words.of("雨が降った。Regen ภาษา हिन्दी").count()).isEqualTo(5 + 1 + 4 + 1);
  }

  @Test
  void aTextWithoutWordsHasNone() {
    assertThat(Words.of("… – !").count()).isZero();
  }
}
