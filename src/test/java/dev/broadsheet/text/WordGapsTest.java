package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordGapsTest {
  /** Two words, with bars around what is between them. */
  private static boolean isBetween(String language, String words) {
    String[] parts = words.split("\\|");
    var gaps = new WordGaps(language);
    int from = parts[0].length();
    int to = from + parts[1].length();
    return gaps.isBetween(
        gaps.kind(parts[0]), String.join("", parts), from, to, gaps.kind(parts[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interest| |rates",
        "Human| |Rights",
        "INTEREST|  |RATES",
        "short|-|term",
        "human|\u00a0|rights",
        "human|\n|rights",
        "U.S|. |Treasury",
        "St|. |Louis",
        "Bank| |of",
        "of| |England",
        "bin| |Laden"
      })
  void nothingIsBetweenWordsOfAPhrase(String words) {
    assertThat(isBetween("en", words)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rates|. |The",
        "rates|, |bonds",
        "Reuters| (|London",
        "London| - |Banks",
        "rates|\n|The",
        "rates|\n\n|the",
        "Russia's| |economy",
        "cts| |Net",
        "bank| |of",
        "of| |bonds",
        "was|. |Bonds"
      })
  void somethingIsBetweenWordsOfTwo(String words) {
    assertThat(isBetween("en", words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"künstliche| |Intelligenz", "Forschung| |und", "und| |Entwicklung"})
  void germanNounsHaveACapital(String words) {
    assertThat(isBetween("de", words)).isFalse();
  }
}
