package dev.broadsheet.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class WordUseTest {
  private static WordUse use(String language, String... texts) {
    Map<String, long[]> counts = new HashMap<>();
    List<Row> rows = Stream.of(texts).map(text -> RowFactory.create("id", text)).toList();
    CapitalCounts.add(NameBlock.of(rows.iterator(), language).next(), counts, language);
    return new WordUse(counts, language);
  }

  private static List<String> nouns(WordUse use, String... words) {
    return List.of(words).stream().filter(use::mayBeNoun).toList();
  }

  @Test
  void aVerbIsBehindToAndItsLikeOftenerThanBehindArticles() {
    WordUse use =
        use(
            "en",
            "They want to win the race, and to win it would be the win of the year.",
            "It is a ban that was broken, and it was broken by the ban of the state.",
            "The plan is to ban it.");
    assertThat(nouns(use, "win", "wins", "ban", "broken", "race", "other"))
        .containsExactly("ban", "race", "other");
  }

  @Test
  void verbsAreSoInWhateverTenseAndWithoutAnEndingThatTells() {
    String text =
        "He threw the bomb that they led us to. She threw it. They led it, and they stood in the"
            + " way. It was she who stood. They vow to kill and to seek the troops. They vow it, to kill and"
            + " to seek. The blast of the bomb is over. ";
    assertThat(
            nouns(
                use("en", text),
                "kills",
                "bomb",
                "seeks",
                "stood",
                "led",
                "vow",
                "threw",
                "troops",
                "blast"))
        .containsExactly("bomb", "troops", "blast");
  }

  @Test
  void theThirdPersonIsAVerbUnlessItHasAnArticleToo() {
    String verbs = "He wants to cut it, to cut that, to seek this and to seek more. ";
    assertThat(nouns(use("en", verbs), "cuts", "seeks")).isEmpty();
    assertThat(nouns(use("en", verbs + "The cuts are over."), "cuts", "seeks"))
        .containsExactly("cuts");
  }

  @Test
  void theThirdPersonHasItsObjectBehindItWhereANounHasNone() {
    String text =
        "It was so. The maker of it sues Hexa. A maker sues its rival. The state sues the maker. All rivals of it"
            + " say stocks Monday fell. The stocks fell. The rivals Hexa and Vora say so, as rivals Dovi"
            + " and Zemo do, and the rivals Lumo. It is a barrels a day plan, 4 barrels a day and 5"
            + " barrels a day.";
    assertThat(nouns(use("en", text), "sues", "rivals", "stocks", "barrels"))
        .containsExactly("rivals", "stocks", "barrels");
    String twice = "It was so. The maker of it sues Hexa. A maker sues its rival. ";
    assertThat(nouns(use("en", twice), "sues")).containsExactly("sues");
  }

  @Test
  void whatIsDeterminedButStandsBeforeNounsIsNominalAndNoNoun() {
    String text = "It is a hostile bid of the bank, to win in the hostile talks and to win that. ";
    WordUse use = use("en", text.repeat(4));
    assertThat(use.mayBeNoun("hostile")).isFalse();
    assertThat(use.mayBeNominal("hostile")).isTrue();
    assertThat(use.mayBeNominal("win")).isFalse();
  }

  @Test
  void anAdjectiveThatIsDeterminedHasANounBehindIt() {
    String text = "It is a hostile bid of the bank, and in the hostile talks of the bank. ";
    WordUse use = use("en", text.repeat(4));
    assertThat(nouns(use, "hostile", "bid", "talks", "bank"))
        .containsExactly("bid", "talks", "bank");
  }

  @Test
  void inRomanceLanguagesANounHasAnArticleInSomePlaces() {
    String text =
        "Se sabe que el ataque químico de la ciudad no es del régimen y que lo comentan. ";
    assertThat(nouns(use("es", text.repeat(5)), "ataque", "químico", "ciudad", "comentan"))
        .containsExactly("ataque", "ciudad");
    assertThat(nouns(use("es", text), "ataque", "químico", "ciudad"))
        .containsExactly("ataque", "químico", "ciudad");
    assertThat(
            nouns(
                use("fr", "Il dit que l'avion est vide. On ne vole pas, on ne vole plus."),
                "avion",
                "vole"))
        .containsExactly("avion");
  }

  @Test
  void whatEndsAsVerbsDoIsOneIfItIsNeverDetermined() {
    WordUse use = use("es", "Es así. El taller de la calle filtró poco. Van a filtrar en taller.");
    assertThat(nouns(use, "taller", "filtrar", "filtró", "intervenían", "Gaspar", "collar"))
        .containsExactly("taller", "Gaspar");
    assertThat(nouns(use("fr", "Il est au quartier de la ville."), "quartier", "voler", "volait"))
        .containsExactly("quartier");
  }

  @Test
  void aPhraseHasNoVerb() {
    WordUse spanish = use("es", "Es así. Los activistas que hablan no se hablan.");
    assertThat(
            nouns(
                spanish, "activistas hablan", "Lumo participó", "armas químicas", "ley de calles"))
        .containsExactly("armas químicas", "ley de calles");
    WordUse english =
        use("en", "It was so. They want to cut it, to cut that, to say this and to say more.");
    assertThat(nouns(english, "rate cut", "minister says", "says minister"))
        .containsExactly("rate cut", "says minister");
  }

  @Test
  void soInDutch() {
    String text =
        "Het is zo dat hij de vrije markt wil bekijken, en om de markt te bekijken is het plan goed. ";
    WordUse use = use("nl", text.repeat(5));
    assertThat(nouns(use, "markt", "bekijken", "plan", "goed")).containsExactly("markt", "plan");
  }

  @Test
  void nothingIsKnownOfALanguageWithoutSmallWords() {
    assertThat(nouns(use("de", "um zu siegen, um zu siegen"), "siegen")).containsExactly("siegen");
    assertThat(WordUse.UNKNOWN.mayBeNoun("win")).isTrue();
  }
}
