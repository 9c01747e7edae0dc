package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class TokenBlockTest {
  /** As in Chinese: the number of a word is that of its one surface. */
  @Test
  @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manyWordsThatAreWrittenInOneWayAreFoundAgainAtOnce() {
    int words = 200_000;
    var block = new TokenBlock.Builder();
    for (int i = 0; i < 2 * words; i++) {
      String word = "w" + i % words;
      assertThat(block.form(word, word)).isEqualTo(i % words);
    }
  }
}
