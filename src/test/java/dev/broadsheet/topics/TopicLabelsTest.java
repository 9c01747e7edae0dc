package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicLabelsTest {
  private static List<Topic.Term> terms(String... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i -> new Topic.Term(i + 1, names[i], 0.1 / (i + 1), 10))
        .toList();
  }

  @Test
  void saysTheBestTermsInTheirOrderButNoneWithoutProbability() {
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of(
                        new Topic.Term(1, "flood", 0.04, 40),
                        new Topic.Term(2, "dam", 0, 0),
                        new Topic.Term(3, "river", 0.05, 30),
                        new Topic.Term(4, "water", 0.2, 2)))))
        .containsExactly("flood, river, water");
  }

  @Test
  void givesNoLabelTwice() {
    assertThat(
            TopicLabels.of(
                List.of(
                    terms("a", "b", "c", "d"),
                    terms("a", "b", "c", "e"),
                    terms("a", "b", "c"),
                    terms("a", "b"))))
        .containsExactly("a, b, c", "a, b, c, e", "a, b, c (2)", "a, b");
  }

  @Test
  void leavesOutEnglishWordsThatSayNothingWhereOthersAreLeft() {
    assertThat(
            TopicLabels.of(
                List.of(
                    terms("Film", "The", "Hollywood", "of", "Regie"),
                    terms("OF", "Feuerwehr", "Brand"),
                    terms("The"))))
        .containsExactly("Film, Hollywood, Regie", "OF, Feuerwehr, Brand", "The");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Iran, Iranian",
        "trade, trading",
        "Trading, trade",
        "Ukraine, Ukrainian",
        "bank, banks",
        "bank, banker",
        "economy, economic",
        "Japan, Japanese",
        "Canada, Canadian",
        "produced, production",
        "EU, eu"
      })
  void saysAWordOnceInTheFormThatSaysMost(String forms) {
    String[] form = forms.split(", ");
    assertThat(TopicLabels.of(List.of(terms(form[0], form[1], "c", "d"))))
        .containsExactly(form[0] + ", c, d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interest, international",
        "Iran, Iraq",
        "Austria, Australia",
        "computer, company",
        "contract, control",
        "oil, oilseed",
        "Election, electric"
      })
  void wordsThatOnlyBeginAlikeAreTwo(String words) {
    String[] word = words.split(", ");
    assertThat(TopicLabels.of(List.of(terms(word[0], word[1], "c", "d"))))
        .containsExactly(words + ", c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interest rates, rates",
        "rate, interest rates",
        "Exchange Commission, Securities and Exchange Commission",
        "Bank of England, banks",
        "New York, York"
      })
  void saysAPhraseForItsWords(String terms) {
    String[] term = terms.split(", ");
    String phrase = term[0].split(" ").length > term[1].split(" ").length ? term[0] : term[1];
    assertThat(TopicLabels.of(List.of(terms(term[0], term[1], "c", "d"))))
        .containsExactly(phrase + ", c, d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prime minister, finance minister", "interest rates, rating agencies"})
  void phrasesThatShareAWordAreTwo(String terms) {
    String[] term = terms.split(", ");
    assertThat(TopicLabels.of(List.of(terms(term[0], term[1], "c", "d"))))
        .containsExactly(terms + ", c");
  }

  @Test
  void ofThreeFormsOneIsSaid() {
    assertThat(TopicLabels.of(List.of(terms("bank", "banks", "loan", "banker", "loans", "rate"))))
        .containsExactly("bank, loan, rate");
  }

  @Test
  void theFormsOfAWordDoNotTellTopicsApart() {
    assertThat(
            TopicLabels.of(
                List.of(
                    terms("bank", "loan", "rate"),
                    terms("bank", "banker", "loan", "rate"),
                    terms("bank", "banker", "loan", "rate", "banks", "debt"))))
        .containsExactly("bank, loan, rate", "bank, loan, rate (2)", "bank, loan, rate, debt");
  }
}
