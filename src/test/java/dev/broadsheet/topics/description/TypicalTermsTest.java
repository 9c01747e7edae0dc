package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypicalTermsTest {
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new String[] {"say", "strike", "union", "wage"},
          new String[] {"say", "strike", "union", "wage"},
          new long[] {8, 4, 2, 1},
          new long[] {8, 4, 2, 1},
          8);

  private final TypicalTerms terms =
      new TypicalTerms(
          List.of(
              topic(
                  7,
                  new Topic.Term(1, "union", 0.4, 8),
                  new Topic.Term(2, "strike", 0.4, 2),
                  new Topic.Term(3, "say", 0.2, 1)),
              topic(8, new Topic.Term(1, "say", 1, 1))),
          VOCABULARY);

  @Test
  void aTermCountsByWhatItTellsTheTopicFromTheCorpus() {
    // ln 8 is three times ln 2, and both are as likely in the topic.
    assertThat(terms.of(7, new int[] {2})).isCloseTo(0.75, within(1e-12));
    assertThat(terms.of(7, new int[] {1})).isCloseTo(0.25, within(1e-12));
    assertThat(terms.of(7, new int[] {1, 2})).isCloseTo(1, within(1e-12));
  }

  @Test
  void aTextThatSpeaksOfOtherThingsTooIsLessTypical() {
    assertThat(terms.of(7, new int[] {2, 3})).isCloseTo(0.75 / 2, within(1e-12));
    assertThat(terms.of(7, new int[] {0, 1, 2})).isCloseTo(2.0 / 3, within(1e-12));
  }

  @Test
  void whatIsEverywhereAndWhatTheTopicDoesNotShowTellsNothing() {
    assertThat(terms.of(7, new int[] {0, 3})).isZero();
    assertThat(terms.of(7, new int[0])).isZero();
  }

  @Test
  void ofATopicThatIsAsTheCorpusNoTextHasAnything() {
    assertThat(terms.of(8, new int[] {0, 1, 2, 3})).isZero();
  }

  private static Topic topic(int id, Topic.Term... terms) {
    return new Topic(
        id, 0, "", 0, 0, new Topic.Quality(0, 0), 0, 0, id, "", Optional.empty(), List.of(terms));
  }
}
