package dev.broadsheet.articles.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageEndsTest {
  /** The parts with a bar after each, and line ends as slashes. */
  private static String shown(String written, Function<String, List<int[]>> ends) {
    String text = written.replace("/", "\n");
    var shown = new StringBuilder();
    for (int[] part : ends.apply(text)) {
      shown.append(text, part[0], part[1]).append('|');
    }
    return shown.toString().replace("\n", "/");
  }

  @ParameterizedTest
  @CsvSource({
    "'one line', 'one line|'",
    "'A headline/The text', 'A headline/|The text|'",
    "'a line that/goes on', 'a line that/goes on|'",
    "'one that ends./and the next', 'one that ends./|and the next|'",
    "'a paragraph / /  and the next', 'a paragraph / /  |and the next|'",
    "'a line / indented', 'a line / |indented|'",
    "'the end./', 'the end./|'"
  })
  void linesEndUnlessTheNextGoesOnInSmallLetters(String text, String lines) {
    assertThat(shown(text, PassageEnds::lines)).isEqualTo(lines);
  }

  @ParameterizedTest
  @CsvSource({"'Home • Sport •', 'Home • |Sport •|'", "'Home » Sport·News', 'Home » |Sport·News|'"})
  void aMenuHasItems(String text, String items) {
    assertThat(shown(text, t -> PassageEnds.items(t, new int[] {0, t.length()}))).isEqualTo(items);
  }

  @ParameterizedTest
  @CsvSource({
    "'It rose. It fell; it stayed.', 'It rose. |It fell; |it stayed.|'",
    "'\"It rose!\" he said (at last.) Then', '\"It rose!\" |he said (at last.) |Then|'",
    "'3.5 points, e.g.so', '3.5 points, e.g.so|'",
    "'雨が降った。風も。', '雨が降った。|風も。|'",
    "'雨。 風', '雨。| 風|'"
  })
  void sentencesEndWithTheirSpace(String text, String sentences) {
    assertThat(shown(text, t -> PassageEnds.sentences(t, new int[] {0, t.length()})))
        .isEqualTo(sentences);
  }

  @Test
  void aLineThatEndsAsSentencesDoIsNoHeadline() {
    assertThat(List.of("It rose.", "He said: \"so!\")] ", "first;", "雨。"))
        .allMatch(PassageEnds::isEnded);
    assertThat(List.of("Sport", "A headline (video)", "")).noneMatch(PassageEnds::isEnded);
  }
}
