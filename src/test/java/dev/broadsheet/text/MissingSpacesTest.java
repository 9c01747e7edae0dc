package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingSpacesTest {
  private static String parted(String text) {
    char[] letters = text.toCharArray();
    MissingSpaces.put(letters);
    return String.valueOf(letters);
  }

  @ParameterizedTest
  @CsvSource({
    "the week.The river, the week The river",
    "Note:the end, Note the end",
    "J.Smith and U.S. forces, J Smith and U.S. forces",
    "at 10:30 or 3.5, at 10:30 or 3.5",
    "example.org and Node.js, example.org and Node.js"
  })
  void partsSentencesThatAPageHasGlued(String text, String parted) {
    assertThat(parted(text)).isEqualTo(parted);
  }
}
