package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.shuffle.LongList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseMergerTest {
  /** Words that are next to each other; a bar is a gap. */
  private static TextUnits units(PhraseMerger phrases, String text) {
    var block = new TokenBlock.Builder();
    String[] all = text.split(" ");
    for (int i = 0; i < all.length; i++) {
      if (!all[i].equals("|")) {
        block.add(all[i], all[i].replaceAll("\\W", "").toUpperCase(), i);
      }
    }
    block.end("");
    var units = new TextUnits(block.build(), phrases);
    units.read(0);
    units.merge();
    return units;
  }

  private static PhraseMerger phrases(String... keys) {
    return PhraseMerger.of(Arrays.stream(keys).map(key -> new Phrase(key, 1, 1)).toList());
  }

  private static List<String> merged(PhraseMerger phrases, String text) {
    TextUnits units = units(phrases, text);
    return IntStream.range(0, units.size()).mapToObj(units::key).toList();
  }

  /** What is counted of three words, or two, where the words are letters. */
  private static List<String> countable(int words, String text, String... known) {
    List<String> letters = List.of("a", "b", "c", "d", "&of");
    var phrases =
        PhraseMerger.of(letters, Arrays.stream(known).map(key -> new Phrase(key, 1, 1)).toList());
    var counted = new LongList();
    units(phrases, text).countable(words, counted);
    return Arrays.stream(counted.sorted()).mapToObj(phrases::keyOf).toList();
  }

  @Test
  void joinsWordsThatAreNextToEachOther() {
    assertThat(merged(phrases("a b"), "a b c a | b a b"))
        .containsExactly("a b", "c", "a", "b", "a b");
  }

  @Test
  void ofPhrasesThatOverlapTheBetterWinsAndOfEqualsTheFirst() {
    assertThat(merged(phrases("b c", "a b"), "a b c")).containsExactly("a", "b c");
    assertThat(merged(phrases("a b", "b c"), "a b c")).containsExactly("a b", "c");
    assertThat(merged(phrases("a a"), "a a a")).containsExactly("a a", "a");
  }

  @Test
  void joinsThreeWordsFromEitherSideAndNeverFour() {
    assertThat(merged(phrases("a b", "a b c"), "a b c")).containsExactly("a b c");
    assertThat(merged(phrases("b c", "a b c"), "a b c")).containsExactly("a b c");
    assertThat(merged(phrases("a b c"), "a b c")).containsExactly("a", "b", "c");
    assertThat(merged(phrases("a b", "c d", "a b c d"), "a b c d")).containsExactly("a b", "c d");
  }

  @Test
  void joinsWhatAConnectiveConnectsAndWhatAnOpenerOpens() {
    var phrases = phrases("bank &of england", "^new york", "bank &of ^new york", "a ^new", "&of a");
    assertThat(merged(phrases, "bank &of england &of a"))
        .containsExactly("bank &of england", "&of", "a");
    assertThat(merged(phrases, "bank &of ^new york")).containsExactly("bank &of ^new york");
    assertThat(merged(phrases, "bank | &of england ^new"))
        .containsExactly("bank", "&of", "england", "^new");
    assertThat(merged(phrases, "a ^new")).containsExactly("a", "^new");
    assertThat(merged(phrases, "bank &of")).containsExactly("bank", "&of");
  }

  @Test
  void aPhraseIsWrittenAsItsWordsAreAndOnlyTermsStandAlone() {
    TextUnits units = units(phrases("^new york"), "^new york &of ^new a");
    assertThat(IntStream.range(0, 4).mapToObj(units::surface))
        .containsExactly("NEW YORK", "OF", "NEW", "A");
    assertThat(IntStream.range(0, 4).mapToObj(units::isTerm))
        .containsExactly(true, false, false, true);
  }

  @Test
  void namesWhatCouldBeJoinedOnceForEachText() {
    assertThat(countable(2, "a b &of c b a b"))
        .containsExactlyInAnyOrder("a b", "b &of c", "c b", "b a");
    assertThat(countable(3, "a b c d a b", "a b"))
        .containsExactlyInAnyOrder("a b", "a b c", "d a b");
    assertThat(countable(3, "a b c d &of a", "b c", "a b", "d &of a"))
        .containsExactlyInAnyOrder("b c", "a b c", "d &of a");
    assertThat(countable(2, "a x b")).as("x is not known").isEmpty();
  }
}
