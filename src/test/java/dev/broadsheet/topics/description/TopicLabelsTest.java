package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.text.Nominals;
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

  private static WordClasses words(String language) {
    return new WordClasses(
        t -> Nominals.mayBe(t, language), t -> Nominals.isName(t, language), WholeNames.NONE);
  }

  private static List<String> labels(List<List<Topic.Term>> topics) {
    return TopicLabels.of(topics, words("en"));
  }

  private static String label(String language, String... names) {
    return TopicLabels.of(List.of(terms(names)), words(language)).get(0);
  }

  @Test
  void aPhraseIsNamedByItsLastWord() {
    assertThat(Nominals.mayBe("Minister sagt", "de")).isFalse();
    assertThat(Nominals.mayBe("neue Steuer", "de")).isTrue();
    assertThat(Nominals.mayBe("Formel 1", "de")).isTrue();
    assertThat(Nominals.mayBe("people killed", "en")).isFalse();
    assertThat(Nominals.mayBe("Oil prices", "en")).isTrue();
  }

  @Test
  void saysTheBestTermsInTheirOrderButNoneWithoutProbability() {
    assertThat(
            labels(
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
            labels(
                List.of(
                    terms("a", "b", "c", "d"),
                    terms("a", "b", "c", "e"),
                    terms("a", "b", "c"),
                    terms("a", "b"))))
        .containsExactly("a, b, c", "a, b, c, e", "a, b, c (2)", "a, b");
  }

  @Test
  void saysANameForItsTwoEnds() {
    var whole =
        WholeNames.of(
            List.of(
                "Ada Voss",
                "Port of Orlin",
                "Ben Voss",
                "Orlin",
                "Veshna",
                "Orlin-Veshna",
                "Lower-Sarn"));
    var words = new WordClasses(t -> true, t -> Nominals.isName(t, "en"), whole);
    assertThat(
            TopicLabels.of(
                List.of(
                    terms("Voss", "dam", "Ada", "flood"),
                    terms("Orlin", "ships", "Port", "crews"),
                    terms("Voss", "dam", "river", "flood", "water", "Ada"),
                    terms("police", "Sarn", "Lower"),
                    terms("Orlin", "war", "Veshna"),
                    terms("Ada", "Orlin", "dam")),
                words))
        .containsExactly(
            "Ada Voss, dam, flood",
            "Port of Orlin, ships, crews",
            "Voss, dam, river",
            "police, Lower-Sarn",
            "Orlin, war, Veshna",
            "Ada, Orlin, dam");
  }

  @Test
  void isOfNounsAndNamesWhereThereAreThree() {
    assertThat(label("en", "killed", "police", "Shr", "vs", "blast", "seed", "hatred"))
        .isEqualTo("police, blast, seed");
    assertThat(label("de", "getötet", "Rebellen", "al", "kurdischen", "iPhone", "EU"))
        .isEqualTo("Rebellen, iPhone, EU");
    assertThat(
            label(
                "es", "aferrarse", "presenciando", "sometieron", "presidente", "comisaría", "ira"))
        .isEqualTo("presidente, comisaría, ira");
    assertThat(label("en", "produced", "production", "oil", "wells"))
        .isEqualTo("production, oil, wells");
    assertThat(label("cs", "smrt", "prst", "krk")).isEqualTo("smrt, prst, krk");
  }

  @Test
  void isOfOtherWordsWhereThereAreNoThreeNouns() {
    assertThat(label("en", "killed", "police", "accused", "charged"))
        .isEqualTo("police, killed, accused");
    assertThat(label("de", "flut", "damm", "fluss")).isEqualTo("flut, damm, fluss");
  }

  @Test
  void hasANameThatIsNear() {
    assertThat(label("en", "oil", "barrel", "output", "rigs", "Aramco", "quota"))
        .isEqualTo("oil, barrel, Aramco");
    assertThat(label("en", "oil", "barrel", "output", "rigs", "quota", "Aramco"))
        .isEqualTo("oil, barrel, output");
    assertThat(label("en", "oil", "Aramco", "output", "rigs", "Veshnia"))
        .isEqualTo("oil, Aramco, output");
  }

  @Test
  void saysANameForWhatIsMadeOfIt() {
    assertThat(label("es", "egipcio", "Egipto", "régimen sirio", "Siria", "plaza"))
        .isEqualTo("Egipto, Siria, plaza");
    assertThat(label("es", "iraní", "Irán", "crudo", "barril")).isEqualTo("Irán, crudo, barril");
    assertThat(label("de", "EU", "Europäische Union", "Museum", "Museen", "Serbien"))
        .isEqualTo("EU, Museum, Serbien");
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
        "EU, eu"
      })
  void saysAWordOnceInTheFormThatSaysMost(String forms) {
    String[] form = forms.split(", ");
    assertThat(labels(List.of(terms(form[0], form[1], "c", "d"))))
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
    assertThat(labels(List.of(terms(word[0], word[1], "c", "d")))).containsExactly(words + ", c");
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
    assertThat(labels(List.of(terms(term[0], term[1], "c", "d"))))
        .containsExactly(phrase + ", c, d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prime minister, finance minister", "interest rates, rating agencies"})
  void phrasesThatShareAWordAreTwo(String terms) {
    String[] term = terms.split(", ");
    assertThat(labels(List.of(terms(term[0], term[1], "c", "d")))).containsExactly(terms + ", c");
  }

  @Test
  void ofThreeFormsOneIsSaid() {
    assertThat(labels(List.of(terms("bank", "banks", "loan", "banker", "loans", "rate"))))
        .containsExactly("bank, loan, rate");
  }

  @Test
  void theFormsOfAWordDoNotTellTopicsApart() {
    assertThat(
            labels(
                List.of(
                    terms("bank", "loan", "rate"),
                    terms("bank", "banker", "loan", "rate"),
                    terms("bank", "banker", "loan", "rate", "banks", "debt"))))
        .containsExactly("bank, loan, rate", "bank, loan, rate (2)", "bank, loan, rate, debt");
  }
}
