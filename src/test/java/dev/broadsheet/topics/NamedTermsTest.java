package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedTermsTest {
  private static NamedTerms names(Object... namesAndArticles) {
    Map<String, Long> names = new LinkedHashMap<>();
    for (int i = 0; i < namesAndArticles.length; i += 2) {
      names.put((String) namesAndArticles[i], ((Integer) namesAndArticles[i + 1]).longValue());
    }
    return NamedTerms.of(names);
  }

  private static Optional<String> shown(NamedTerms names, String term, long articles) {
    return names.of(term, articles, other -> false);
  }

  @Test
  void aPhraseThatIsNearlyAlwaysPartOfOneNameIsThisName() {
    NamedTerms names = names("General Agreement on Rivers and Dams", 80);
    assertThat(shown(names, "Rivers and Dams", 90))
        .contains("General Agreement on Rivers and Dams");
    assertThat(shown(names, "General Agreement", 100))
        .contains("General Agreement on Rivers and Dams");
    assertThat(shown(names, "Rivers and Dams", 101)).isEmpty();
  }

  @Test
  void aPhraseOfFarFewerArticlesThanTheLongerNameIsSomethingElse() {
    assertThat(shown(names("Liberal Democratic Party", 66), "Democratic Party", 18)).isEmpty();
  }

  @Test
  void aPartThatStandsAloneStaysAsItIs() {
    NamedTerms names = names("Orlin River Council", 50, "Orlin River", 13);
    assertThat(shown(names, "Orlin River", 60)).isEmpty();
    assertThat(shown(names, "Orlin River", 62)).isEmpty();
    assertThat(shown(names("Orlin River Council", 50, "Orlin River", 12), "Orlin River", 60))
        .contains("Orlin River Council");
  }

  @Test
  void theEndOfAnOfficeIsNoPartOfTheNameBehindIt() {
    NamedTerms names = names("Ada Voss", 48);
    assertThat(shown(names, "State Ada Voss", 50)).contains("Ada Voss");
    assertThat(shown(names, "State Ada Voss", 61)).isEmpty();
    assertThat(shown(names, "state Ada Voss", 50)).isEmpty();
    assertThat(shown(names, "Voss", 60)).isEmpty();
  }

  @Test
  void aNameThatAnotherTermReachesIntoIsCutInFront() {
    NamedTerms names = names("Bull Orlin", 10);
    assertThat(names.of("Red Bull Orlin", 10, "Red Bull"::equals)).isEmpty();
    assertThat(shown(names, "Red Bull Orlin", 10)).contains("Bull Orlin");
  }

  @Test
  void aPhraseThatIsANameOrAPartOfOneKeepsItsWords() {
    assertThat(shown(names("Ada Voss", 60, "Lady Ada Voss", 20), "Lady Ada Voss", 25)).isEmpty();
    assertThat(shown(names("Ada Voss", 60, "Young Lady Ada Voss", 3), "Lady Ada Voss", 25))
        .isEmpty();
  }

  @Test
  void aWordThatNearlyAlwaysBeginsOneShortNameIsThisName() {
    NamedTerms names = names("Ada Voss", 40, "Orlin River Council", 16);
    assertThat(shown(names, "Ada", 50)).contains("Ada Voss");
    assertThat(shown(names, "Ada", 51)).isEmpty();
    assertThat(shown(names, "Voss", 40)).as("a last name").isEmpty();
    assertThat(shown(names, "Orlin", 20)).contains("Orlin River Council");
    assertThat(shown(names, "River", 16)).as("in the middle").isEmpty();
    assertThat(shown(names("Ada Voss", 40, "Ada", 11), "Ada", 50)).as("alone").isEmpty();
    assertThat(shown(names("Ada Voss of Lower Sarn", 40), "Ada", 40)).as("overlong").isEmpty();
  }

  @Test
  void aPhraseHasTheFirstClaimToANameWhicheverIsTheMoreFrequent() {
    var vocabulary =
        new Vocabulary(
            new String[] {"a", "b"},
            new String[] {"Ada", "State Ada Voss"},
            new long[] {50, 42},
            new long[] {50, 42},
            200);
    assertThat(vocabulary.named(names("Ada Voss", 45)).terms()).containsExactly("Ada", "Ada Voss");
  }

  @Test
  void aNameThatIsAlwaysAPossessiveKeepsIt() {
    NamedTerms names = names("Orlin's", 70, "Voss and Orlin's", 60, "Voss", 50, "Voss's", 5);
    assertThat(shown(names, "Orlin", 300)).contains("Orlin's");
    assertThat(shown(names, "Voss and Orlin", 90)).contains("Voss and Orlin's");
    assertThat(shown(names, "Voss", 90)).isEmpty();
  }

  @Test
  void noTwoTermsAreShownAsOneName() {
    var vocabulary =
        new Vocabulary(
            new String[] {"a", "b", "c"},
            new String[] {"Rivers and Dams", "General Agreement", "Ada Voss"},
            new long[] {100, 99, 50},
            new long[] {100, 99, 50},
            200);
    assertThat(vocabulary.named(names("General Agreement on Rivers and Dams", 98)).terms())
        .containsExactly("General Agreement on Rivers and Dams", "General Agreement", "Ada Voss");
    assertThat(
            vocabulary.named(names("Ada Voss", 60, "Ada Voss and General Agreement", 95)).terms())
        .containsExactly("Rivers and Dams", "Ada Voss and General Agreement", "Ada Voss");
  }
}
