package dev.broadsheet.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class NameFinderTest {
  private static final String TALKS =
      """
      Top Veshnian diplomats agreed on Friday to meet in Veshnia over Tessary, though their \
      talks in Orlin produced no movement. Expectations were low. US Secretary of State Lucien \
      Abbegard and Veshnian Foreign Minister Ludmila Sarkova met for an hour. Abbegard told Sarkova \
      the U.S. would answer Selwyn's proposals. Selwyn wants OTAL to promise that Tessary will \
      never join, and that it pull back from Central and Eastern Sarn. "There is no trade space: \
      None," Abbegard said. President Idris Valcour and U.S. President Ingrid Halvane may talk. \
      Today Tessary is quiet, said Danish Defense Minister Mikkel Storrad.

      The Bastion said the ship Henrik S Truman would sail on until February 4, press secretary \
      Desmond Tell said. Tell said Selwyn was told. Officials at the Bastion in Selwyn thanked \
      OTAL. Orlin spokesman Ned Price spoke on Wednesday. Prices rose. The leaders of the U.S. \
      told Halvane and Valcour so.
      """;

  private static SortedSet<String> names(String text, String... others) {
    return namesIn("en", text, others);
  }

  private static SortedSet<String> namesIn(String language, String text, String... others) {
    List<Row> texts =
        Stream.concat(Stream.of(text), Arrays.stream(others))
            .map(body -> RowFactory.create("id", body))
            .toList();
    NameBlock block = NameBlock.of(texts.iterator(), language).next();
    Map<String, long[]> counts = new HashMap<>();
    CapitalCounts.add(block, counts, language);
    return new NameFinder(block, new Capitals(counts, language), language).names(0);
  }

  @Test
  void turkishNamesAreSaidWithoutTheEndingsThatAreTiedToThem() {
    String text =
        "Bakan bu sabah Orlin'de konuştu ve Orlin'in suyu için bir söz verdi. Sonra da Ayla Demir'in"
            + " Veshna'ya gittiği gün için bu kadar dedi ve Ayla Demir ile D'Angelo'nun Orlin'den"
            + " çıktığı gibi.";
    assertThat(namesIn("tr", text)).containsExactly("Ayla Demir", "D'Angelo", "Orlin", "Veshna");
    assertThat(names("It was said of the O'Neill's that they met O'Neill and it was in Orlin'de."))
        .contains("O'Neill", "Orlin'de");
  }

  @Test
  void findsTheNamesOfOneArticleAlone() {
    assertThat(names(TALKS))
        .containsExactly(
            "Bastion",
            "Desmond Tell",
            "Eastern Sarn",
            "Henrik S Truman",
            "Idris Valcour",
            "Ingrid Halvane",
            "Lucien Abbegard",
            "Ludmila Sarkova",
            "Mikkel Storrad",
            "Ned Price",
            "OTAL",
            "Orlin",
            "Selwyn",
            "Tessary",
            "US",
            "Veshnia");
  }

  @Test
  void aWordThatIsAlsoCommonInSmallLettersIsNoName() {
    String text = "The visitor said the Levee was closed. It is in Orlin.";
    assertThat(names(text)).containsExactly("Levee", "Orlin");
    assertThat(names(text, "The levee was open, and the levee in the valley broke."))
        .containsExactly("Orlin");
  }

  @Test
  void aCapitalThatTheSentenceAsksForIsNoEvidence() {
    assertThat(names("Orlin was calm. He said: \"Hopes rose (Doubts of it fell).\" - Gains of it."))
        .isEmpty();
    assertThat(names("Orlin was calm.", "She is back in Orlin.")).containsExactly("Orlin");
  }

  @Test
  void headlinesTablesAndDatelinesAreNoEvidence() {
    assertThat(names("ENVOYS MEET IN ORLIN")).isEmpty();
    assertThat(names("Envoys Meet Sarkova")).isEmpty();
    assertThat(names("Shr 61 cts vs 55 cts Net 726,000 vs 669,000 Revs 15.5 mln vs 13.5 mln"))
        .isEmpty();
    assertThat(names("It is MONTHS LAST DIFFERENCE that a table of the bank has at the top."))
        .isEmpty();
    assertThat(names("Of Stcks 1.2 1.3 1.4 in the Domes 2.3 4.5 6.7 of the Outflows 3.1 4.4"))
        .isEmpty();
    assertThat(names("PORT SELWYN, Jan 22 (Agency) - The rain in the valley has stopped."))
        .isEmpty();
    assertThat(names("ORLIN was calm, said TALL of the IMF.", "She is back in Orlin."))
        .containsExactly("IMF", "Orlin", "TALL");
  }

  @Test
  void titlesAreNoPartOfAName() {
    assertThat(
            names(
                "The talks of Vice President Ingrid Halvane, Secretary of State Lucien Abbegard,"
                    + " Chancellor of the Exchequer Kofi Brandreth, Mr. Tell, Dr Adriana Voskuil and"
                    + " Bundesbank President Karl Otto Poehl are over."))
        .containsExactly(
            "Adriana Voskuil",
            "Bundesbank",
            "Ingrid Halvane",
            "Karl Otto Poehl",
            "Kofi Brandreth",
            "Lucien Abbegard",
            "Tell");
    assertThat(names("It was in the House of Representatives.", "The house is his."))
        .containsExactly("House of Representatives");
  }

  @Test
  void daysMonthsAndAdjectivesOfNationsAreNone() {
    assertThat(names("It was on Monday, in March, that the Russian and the Americans met."))
        .isEmpty();
    assertThat(names("It was the British Airways plane of the West German Walter Scheel."))
        .containsExactly("Airways", "Walter Scheel");
    assertThat(
            names(
                "It was a British Airways plane.",
                "He is at British Airways.",
                "She flew with British Airways."))
        .containsExactly("British Airways");
    assertThat(names("It is a Veshnian flag.", "He is in Veshnia.")).isEmpty();
  }

  @Test
  void mayIsAMonthOrTheresa() {
    assertThat(names("It was said in May, when Theresa May left on Friday May 5."))
        .containsExactly("Theresa May");
  }

  @Test
  void smallWordsJoinTheWordsOfANameButNotTwoNames() {
    String common =
        "The bank has a department of trade and the exchange for securities; a commission.";
    assertThat(
            names(
                "It is the Bank of England, the Securities and Exchange Commission, and Ursula von"
                    + " der Leyen, and Calloway and Averland, and Storrad of Boston, and Marks &"
                    + " Spencer.",
                common,
                "It is in Averland, and then in England, and it is in Calloway."))
        .containsExactly(
            "Averland",
            "Bank of England",
            "Boston",
            "Calloway",
            "Marks & Spencer",
            "Securities and Exchange Commission",
            "Storrad",
            "Ursula von der Leyen");
  }

  @Test
  void twoNamesOfCommonWordsStayTwo() {
    assertThat(
            names(
                "It was signed by the Joined Isles and Great Orlin, and by the Trade and Tariff"
                    + " Commission.",
                "The joined isles of Orlin are great; a trade commission, and a tariff in Orlin."))
        .containsExactly("Great Orlin", "Joined Isles", "Trade and Tariff Commission");
  }

  @Test
  void aMinistersFieldIsNoPartOfHisName() {
    assertThat(
            names(
                "It was the ministre de l'Intérieur Paul Garnier of Orlin, and the ministro"
                    + " dell'Economia Silvia Brandi.",
                "It is the Defensa Civil of Orlin, and the civil war of the Intérieur."))
        .containsExactly("Orlin", "Paul Garnier", "Silvia Brandi");
  }

  @Test
  void aPossessiveAndAnAcronymEndAName() {
    assertThat(
            names(
                "It was Averland’s Tobias Renwick, the US Treasury, Orlin-based Castrell and the"
                    + " U.S.-Averland pact, in the U.S. Rates fell."))
        .containsExactly("Averland", "Castrell", "Orlin", "Tobias Renwick", "Treasury", "US");
    String agency = "It is said by Moody's that the debt is safe. ".repeat(10);
    assertThat(names("It was Moody's Investors Service of Orlin.", agency))
        .containsExactly("Moody's Investors Service", "Orlin");
  }

  @Test
  void aCompanyIsCalledWithoutItsForm() {
    assertThat(
            names(
                "Heavy Anvil Corp said it is to buy the Castrell Gas Co Ltd. The rival of Castrell"
                    + " is the Gap Inc. Heavy losses are over.",
                "The gap is wide, the gas is cheap, and the heavy anvil is his."))
        .containsExactly("Castrell Gas", "Gap Inc", "Heavy Anvil");
  }

  @Test
  void aFunctionWordAloneIsNoNameWhateverItsApostrophe() {
    String text = "It is fine, Let\u02bcs go, and She\u2032s right, Lets say, and Theyre in Orlin.";
    assertThat(names(text, text)).containsExactly("Orlin");
  }

  @Test
  void anInitialHasAPointWhereTheTextHasOne() {
    assertThat(names("It was Henrik S. Truman and later Odile R Marrash who left."))
        .containsExactly("Henrik S. Truman", "Odile R Marrash");
  }

  @Test
  void aLineEndEndsASentenceUnlessAllLinesAreBroken() {
    assertThat(names("He is back in the Orlin\nBrandreth said it is over.", "It is Brandreth."))
        .containsExactly("Brandreth", "Orlin");
    assertThat(
            names(
                "The mayor of the town said that he\nwould go by train and\nthen by boat to Port\n"
                    + "Selwyn, where the talks of the week are."))
        .containsExactly("Port Selwyn");
  }

  @Test
  void spanishNamesAreWhole() {
    String text =
        "Es cierto que los Estados Unidos y la Orlinia, en las calles de El Cairo, dijeron que en"
            + " EE. UU. no hay nada; el Presidente Idris Valcour de EE UU y la Ministra Ana Sarkova"
            + " hablan con los de EEUU en El Cairo. En los Estados Unidos no se sabe.";
    assertThat(namesIn("es", text, text))
        .containsExactly(
            "Ana Sarkova", "EE. UU.", "El Cairo", "Estados Unidos", "Idris Valcour", "Orlinia");
  }

  @Test
  void titlesAndConjunctionsOfOtherLanguagesPartNames() {
    String french =
        "Selon le Président Idris Valcour, la Tessarie et la Veshnie ont signé, mais Tessarie et"
            + " Veshnie ne sont pas dans le texte de la Veshnie, et Charles de Gaulle non plus.";
    assertThat(namesIn("fr", french, french))
        .containsExactly("Charles de Gaulle", "Idris Valcour", "Tessarie", "Veshnie");
    String italian =
        "Il testo che il Ministro Luca Brandi ha letto per la Tessaria e Veshnia non è di Orlin.";
    assertThat(namesIn("it", italian, italian))
        .containsExactly("Luca Brandi", "Orlin", "Tessaria", "Veshnia");
  }

  @Test
  void lettersWithANumberAreNamesAndQuantitiesAreNot() {
    String text =
        "It is an A320 of Castrell, not the F-16s of Orlin, and it has an iPhone, but in Q1 of the"
            + " year the 15bn and the kHz of H5N1 are none.";
    assertThat(names(text)).containsExactly("A320", "Castrell", "F-16", "H5N1", "Orlin", "iPhone");
  }

  @Test
  void aNumberThatIsMostlyBehindANameIsPartOfIt() {
    String others =
        "It is the Castrell 6 that he has. It is the Castrell 6 in the shop. Castrell is in Orlin.";
    assertThat(names("It is a Castrell 6 of 9 in Orlin 3.", others, "It is the Castrell 6."))
        .containsExactly("Castrell 6", "Orlin");
    assertThat(
            names("It is a Castrell 1996 of the year.", "It is a Castrell 1996.", "Castrell 1996"))
        .containsExactly("Castrell");
  }

  @Test
  void smallLettersBehindAHyphenArePartOfANameIfItHardlyOccursWithoutThem() {
    assertThat(names("It is Kwan Ji-moon who left.", "It was Kwan Ji-moon, and Orlin-based Tell."))
        .containsExactly("Kwan Ji-moon");
    assertThat(names("It is the Orlin-based bank.", "It is in Orlin. It was in Orlin."))
        .containsExactly("Orlin");
    assertThat(names("It is in Selwyn-sur-Mer.")).containsExactly("Selwyn-sur-Mer");
  }

  @Test
  void inRomanceLanguagesAPartyIsNoPartOfThePersonBehindIt() {
    String others =
        "C'est Claire Vasseur qui est dans la ville. On dit que Claire Vasseur a dit oui.";
    assertThat(
            namesIn(
                "fr", "Il est dit que la députée UDM Claire Vasseur est dans la salle.", others))
        .containsExactly("Claire Vasseur", "UDM");
    assertThat(
            namesIn(
                "fr",
                "C'est la chaîne UDM Info Vellane qui est dans la salle.",
                "C'est UDM Info qui est dans la ville."))
        .containsExactly("UDM Info Vellane");
  }

  @Test
  void aPurposeIsPartOfAnInstitutionAndANumeralOfACenturyIsNoName() {
    String text =
        "Dice la Organización para la Protección de los Puentes que no es del siglo XXI, y que el"
            + " rey Juan II no es de Vellana.";
    assertThat(namesIn("es", text, "La organización de la protección de los puentes es de él."))
        .containsExactly("Juan II", "Organización para la Protección de los Puentes", "Vellana");
  }

  @Test
  void aPlaceIsNoLastName() {
    assertThat(names("It is Bell Canada that is in Canada.", "He lives in Canada."))
        .containsExactly("Bell Canada", "Canada");
    assertThat(names("It is Joe Biden who said so. It is Biden.")).containsExactly("Joe Biden");
  }

  @Test
  void aTextWithoutNamesHasNone() {
    assertThat(names("")).isEmpty();
    assertThat(names("... -- <TAG> 3,000.5 'and' A. I am it. & of the")).isEmpty();
  }

  @Test
  void inGermanNamesAreWhatHasNeitherArticlesNorAdjectives() {
    String again =
        "So sagt es Werner Halm in Orlin, und so sagt es auch Halm in der neuen Regierung. Das ist"
            + " von Ilse Van der Reben. ";
    assertThat(
            namesIn(
                "de",
                "Am Montag hat der Minister die Regierung in Orlin verteidigt. Die Kritik von"
                    + " Werner Halm an der EU war laut Orlins Polizei nicht neu, und Ende April war Ruhe"
                    + " um Ilse Van der Reben.",
                again.repeat(8)))
        .containsExactly("EU", "Ilse Van der Reben", "Orlin", "Werner Halm");
    assertThat(namesIn("de", "Die Regierung in Orlin hat Wasser und Geld für Werner Halm."))
        .isEmpty();
  }

  @Test
  void articlesThatAreTiedToANameAreNoPartOfIt() {
    assertThat(
            namesIn(
                "fr",
                "L'Ukraine et l'OTAN se parlent en Vellane, et la Vellane est d'accord avec l'Ukraine."
                    + " Le maire de Valence d'Agen est à Valence d'Agen."))
        .containsExactly("OTAN", "Ukraine", "Valence d'Agen", "Vellane");
    assertThat(
            namesIn(
                "it",
                "La cenere dell'Etna cade su Vellano, e Sergio Renna al Palazzo parla dell'Etna.",
                "Per Sergio Renna la città di Vellano è qui. La Renna di oggi è nel Palazzo."))
        .containsExactly("Etna", "Palazzo", "Sergio Renna", "Vellano");
  }
}
