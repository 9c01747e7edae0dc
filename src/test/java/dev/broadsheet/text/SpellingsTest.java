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
  void wordsAreFoundByTheirLettersHoweverManyThereAre() {
    for (int word = 0; word < 20_000; word++) {
      assertThat(add(word(word))).isEqualTo(word);
    }
    for (int word = 0; word < 20_000; word++) {
      assertThat(find(word(word))).isEqualTo(word);
    }
    assertThat(find("Aa")).isEqualTo(Spellings.NONE);
    assertThat(find("BB10000")).isEqualTo(Spellings.NONE);
    assertThat(spellings.size()).isEqualTo(20_000);
  }

  @Test
  void wordsThatDifferInOneLetterAreDifferent() {
    String[] words = {
      "a", "\0a", "aa", "abcdefghi", "bbcdefghi", "abcdefghij", "abcdefghik", "é", "ê", "aé", "ué",
    };
    for (int word = 0; word < words.length; word++) {
      assertThat(find(words[word])).isEqualTo(Spellings.NONE);
      assertThat(add(words[word])).isEqualTo(word);
    }
    for (int word = 0; word < words.length; word++) {
      assertThat(find(words[word])).isEqualTo(word);
    }
  }

  /** As strings, "Aa" and "BB" have one hash. */
  private static String word(int number) {
    return (number % 2 == 0 ? "Aa" : "BB") + number / 2;
  }
}
