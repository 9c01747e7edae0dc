package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingsTest {
  private final Spellings spellings = new Spellings();

  private int find(String word) {
    return spellings.find(("<" + word + ">").toCharArray(), 1, 1 + word.length());
  }

  private int add(String word) {
    return spellings.add(("<" + word + ">").toCharArray(), 1, 1 + word.length());
  }

  @Test
  void wordsHaveTheNumbersInWhichOrderTheyCame() {
    assertThat(find("")).isEqualTo(Spellings.NONE);
    assertThat(add("")).isZero();
    assertThat(add("rate")).isEqualTo(1);
    assertThat(find("rate")).isEqualTo(1);
    assertThat(find("")).isZero();
    assertThat(find("rates")).isEqualTo(Spellings.NONE);
    assertThat(find("Rate")).isEqualTo(Spellings.NONE);
  }

  @Test
  void manyWordsAreAllFound() {
    for (int word = 0; word < 20_000; word++) {
      assertThat(add(word + "th")).isEqualTo(word);
    }
    for (int word = 0; word < 20_000; word++) {
      assertThat(find(word + "th")).isEqualTo(word);
    }
    assertThat(find("20000th")).isEqualTo(Spellings.NONE);
    assertThat(spellings.size()).isEqualTo(20_000);
  }
}
