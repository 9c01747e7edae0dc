package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MissingSpacesTest {
  private static String read(String text) throws IOException {
    var out = new StringWriter();
    new MissingSpaces(new StringReader(text)).transferTo(out);
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "the week.The river, the week The river",
    "Note:the end, Note the end",
    "J.Smith and U.S. forces, J Smith and U.S. forces",
    "at 10:30 or 3.5, at 10:30 or 3.5",
    "example.org and Node.js, example.org and Node.js"
  })
  void partsSentencesThatAPageHasGlued(String text, String parted) throws IOException {
    assertThat(read(text)).isEqualTo(parted);
  }

  @Test
  void readsMoreThanABufferOfIt() throws IOException {
    String glued = "a long line of words.Then ".repeat(2000);
    assertThat(read(glued)).isEqualTo(glued.replace(".", " "));
  }
}
