package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.text.PhraseMerger.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhraseMergerTest {
  /** Words that are next to each other; a bar is a gap. */
  private static List<Unit> units(String text) {
    String[] all = text.split(" ");
    int[] places = IntStream.range(0, all.length).filter(i -> !all[i].equals("|")).toArray();
    List<String> words = Arrays.stream(places).mapToObj(i -> all[i]).toList();
    return PhraseMerger.units(
        words,
        Arrays.stream(places).boxed().toList(),
        words.stream().map(word -> word.replaceAll("\\W", "").toUpperCase()).toList());
  }

  private static PhraseMerger phrases(String... keys) {
    return PhraseMerger.of(Arrays.stream(keys).map(key -> new Phrase(key, 1, 1)).toList());
  }

  private static List<String> merged(PhraseMerger merger, String text) {
    return merger.merge(units(text)).stream().map(Unit::key).toList();
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
    List<Unit> units = phrases("^new york").merge(units("^new york &of ^new a"));
    assertThat(units).extracting(Unit::surface).containsExactly("NEW YORK", "OF", "NEW", "A");
    assertThat(units).extracting(Unit::isTerm).containsExactly(true, false, false, true);
  }

  @Test
  void namesWhatCouldBeJoined() {
    assertThat(PhraseMerger.keys(units("a b &of c b a b"), 2))
        .containsExactlyInAnyOrder("a", "b", "c", "&of", "a b", "b &of c", "c b", "b a");
    List<Unit> merged = phrases("a b").merge(units("a b c d a b"));
    assertThat(PhraseMerger.keys(merged, 3)).containsExactlyInAnyOrder("a b", "a b c", "d a b");
  }
}
