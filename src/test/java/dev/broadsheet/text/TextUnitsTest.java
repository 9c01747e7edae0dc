package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextUnitsTest {
  private static List<String> units(String text, String... phrases) {
    var block = new TokenBlock.Builder();
    int position = 0;
    for (String word : text.split(" ")) {
      block.add(word, word, position++);
    }
    block.end("0");
    List<Phrase> best = Stream.of(phrases).map(phrase -> new Phrase(phrase, 9, 0.9)).toList();
    var units = new TextUnits(block.build(), PhraseMerger.of(best));
    units.read(0);
    units.merge();
    List<String> keys = new ArrayList<>();
    for (int unit = 0; unit < units.size(); unit++) {
      keys.add(units.key(unit));
    }
    return keys;
  }

  @Test
  void ofPhrasesThatOverlapTheBestIsTakenAndThenTheBestOfThoseThatAreLeft() {
    assertThat(units("aa bb cc dd ee", "bb cc", "aa bb", "cc dd", "dd ee"))
        .containsExactly("aa", "bb cc", "dd ee");
    assertThat(units("aa bb cc dd ee", "dd ee", "cc dd", "bb cc", "aa bb"))
        .containsExactly("aa", "bb cc", "dd ee");
    assertThat(units("aa bb cc dd ee", "cc dd", "dd ee", "bb cc", "aa bb"))
        .containsExactly("aa bb", "cc dd", "ee");
  }

  @Test
  void aPhraseIsJoinedWhereverItStands() {
    assertThat(units("aa bb xx aa bb bb aa bb", "aa bb", "bb aa"))
        .containsExactly("aa bb", "xx", "aa bb", "bb", "aa bb");
  }

  @Test
  void threeWordsAreJoinedFromTheBestPair() {
    assertThat(units("aa bb cc xx bb cc", "bb cc", "aa bb", "aa bb cc"))
        .containsExactly("aa bb cc", "xx", "bb cc");
  }
}
