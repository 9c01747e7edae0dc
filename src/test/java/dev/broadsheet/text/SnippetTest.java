package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SnippetTest {
  @Test
  void aShortTextIsOnOneLine() {
    assertThat(Snippet.of("The river\n\n rose.\u00a0It  fell."))
        .isEqualTo("The river rose. It fell.");
    assertThat(Snippet.of("")).isEmpty();
  }

  @Test
  void aLongOneEndsBetweenWords() {
    assertThat(Snippet.of("river ".repeat(100))).isEqualTo("river ".repeat(33).strip() + "…");
    assertThat(Snippet.of("x".repeat(300))).isEqualTo("x".repeat(199) + "…");
  }

  @Test
  void noCharacterIsCutInTwo() {
    assertThat(Snippet.of("😀".repeat(300))).isEqualTo("😀".repeat(199) + "…");
    assertThat(Snippet.start("a😀b", 2)).isEqualTo("a😀");
  }
}
