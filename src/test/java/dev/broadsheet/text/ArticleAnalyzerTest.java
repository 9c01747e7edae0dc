package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ArticleAnalyzerTest {
  private SparkSession spark;

  @BeforeEach
  void prepare(SparkSession session) {
    spark = session;
  }

  private Row analyze(String language, String text) {
    Dataset<Row> texts =
        spark.createDataset(java.util.Arrays.asList(text), Encoders.STRING()).toDF("text");
    return new ArticleAnalyzer()
        .setLanguage(language)
        .setSurfacesCol("surfaces")
        .transform(texts)
        .head();
  }

  private List<String> terms(String language, String text) {
    return analyze(language, text).getList(1);
  }

  @Test
  void makesTermsOfWords() {
    assertThat(terms("en", "The allies' 3 banks, said Mr Blinken, weren't in the banks of 2022."))
        .containsExactly("ally", "bank", "blinken", "bank");
  }

  @Test
  void keepsHowAWordIsWritten() {
    assertThat(analyze("en", "Russia’s allies met U.S. envoys.").<String>getList(2))
        .containsExactly("Russia", "allies", "met", "US", "envoys");
  }

  @Test
  void partsWordsWhereASpaceIsMissing() {
    assertThat(
            terms("en", "The flood ended.Repairs continue:crews met the U.S. army of J.K.Rowling"))
        .containsExactly("flood", "ended", "repair", "crew", "met", "us", "army", "jk", "rowling");
  }

  private Row withPositions(String language, String text) {
    Dataset<Row> texts = spark.createDataset(List.of(text), Encoders.STRING()).toDF("text");
    return new ArticleAnalyzer()
        .setLanguage(language)
        .setOutputCol("words")
        .setPositionsCol("positions")
        .transform(texts)
        .head();
  }

  @Test
  void saysWhichWordsAreNextToEachOther() {
    Row row = withPositions("en", "Interest rates climbed. The U.S. Treasury sold 3 bonds.");
    assertThat(row.<String>getList(1))
        .containsExactly("interest", "rate", "climbed", "us", "treasury", "sold", "bond");
    assertThat(row.<Integer>getList(2)).containsExactly(2, 3, 4, 7, 8, 9, 12);
  }

  @Test
  void anArticleThatIsTiedToAWordStandsBetween() {
    Row row = withPositions("fr", "Ville battu l'Olympique, taux d'intérêt de Côte d'Azur");
    assertThat(row.<Integer>getList(2)).containsExactly(2, 3, 5, 7, 9, 11, 12, 13);
  }

  @Test
  void marksStopWordsThatAPhraseMayNeed() {
    assertThat(withPositions("en", "The Bank of England and a new bank").<String>getList(1))
        .containsExactly("bank", "&of", "england", "&and", "^new", "bank");
    assertThat(terms("en", "The Bank of England and a new bank"))
        .containsExactly("bank", "england", "bank");
    assertThat(withPositions("fr", "Banque de France").<String>getList(1))
        .containsExactly("banqu", "&de", "franc");
  }

  @Test
  void anAcronymWithDotsIsTheOneWithoutInOtherScriptsToo() {
    assertThat(terms("ru", "Войска С.Ш.А. ушли.")).isEqualTo(terms("ru", "Войска США ушли."));
  }

  @Test
  void tellsTheCountryFromThePronoun() {
    assertThat(terms("en", "The US told us that U.S. troops and US ships left.").stream())
        .filteredOn("us"::equals)
        .hasSize(3);
  }

  @Test
  void knowsTheStopWordsOfOtherLanguages() {
    assertThat(terms("de", "Die Regierung und die Banken")).containsExactly("regierung", "bank");
    assertThat(terms("fr", "L'économie de la France")).containsExactly("économi", "franc");
    assertThat(terms("xx", "Tere tulemast")).containsExactly("tere", "tulemast");
  }

  @Test
  void knowsContractionsWithAnyApostropheAndWithNone() {
    assertThat(
            terms(
                "en",
                "It wasn\u02bct, dont, weve, didn 't, did n't, we'll, y'all, ain\u2032t, theyre"
                    + " o'clock Vellan\u2019s Vellan\u02bcs Vellans hell"))
        .containsExactly("vellan", "vellan", "vellan", "hell");
  }

  @Test
  void keepsNumbersThatPeopleCallAThingBy() {
    assertThat(
            analyze("en", "Covid-19 G7 G20 F-16s 5G H5N1 A380 MH370 COP28 MiG-29 COVID19")
                .<String>getList(2))
        .containsExactly(
            "Covid-19",
            "G7",
            "G20",
            "F-16",
            "5G",
            "H5N1",
            "A380",
            "MH370",
            "COP28",
            "MiG-29",
            "COVID19");
  }

  @Test
  void quantitiesDatesAndCodesAreNoTerms() {
    assertThat(
            terms(
                "en",
                "15bn 3.5pc 24th 85kg 3pm ab12cd34 AB12CD34 Q3 2Q23 FY24 220V 12C 3kWh 50bps $1.2tn"
                    + " 1990s mid-90s 2024-03-05 101722612882 XX0005190003 v2.0.1 4x4 6-4 May12 737"))
        .isEmpty();
  }

  @Test
  void addressesAndNamesInProgramsAreNoTerms() {
    assertThat(
            terms(
                "en",
                "https://a.example/x www.ledger.example pic.twitter.com/a1b2 me@ledger.example"
                    + " @handle LePoint.fr VOWG.F utm_source idVideo http &rsquo; iPhone #Flood"))
        .containsExactly("iphone", "flood");
  }

  @Test
  void wordsInALineOfCapitalsSayNothingOfTheirSpelling() {
    assertThat(analyze("en", "OIL PRICES\nThe OPEC ministers").<String>getList(2))
        .containsExactly("\u0001oil", "\u0001prices", "OPEC", "ministers");
  }

  private List<String> forms(String language, String text) {
    Dataset<Row> texts = spark.createDataset(List.of(text), Encoders.STRING()).toDF("text");
    return new ArticleAnalyzer()
        .setLanguage(language)
        .setOutputCol("words")
        .setPositionsCol("positions")
        .setSurfacesCol("surfaces")
        .transform(texts)
        .select("surfaces")
        .head()
        .getList(0);
  }

  @Test
  void marksCapitalsThatSayNothing() {
    assertThat(
            forms("en", "River dams burst. Flooded Vellan \u201cSluices\u201d failed NATO (AUT)"))
        .containsExactly(
            "\u0001River",
            "dams",
            "burst",
            "\u0001Flooded",
            "Vellan",
            "\u0001Sluices",
            "failed",
            "NATO",
            "\u0002AUT");
    assertThat(forms("en", "River Dams Burst Near Vellan\nVellan dams"))
        .containsExactly(
            "\u0001River", "\u0001Dams", "\u0001Burst", "\u0001Vellan", "\u0001Vellan", "dams");
    assertThat(forms("de", "Die EU-Kommission")).containsExactly("EU\u0003", "Kommission");
    assertThat(forms("fr", "La Côte d'Azur")).containsExactly("Côte", "d'\u0004Azur");
  }

  @Test
  void anAgencyIsNoPartOfTheTextAndItsPlaceNotInCapitals() {
    assertThat(forms("en", "Flood\nKABUL, Veshnia (Reuters) - Rivers rose\nAP - Dams burst"))
        .containsExactly(
            "\u0001Flood",
            "\u0001Kabul",
            "\u0001Veshnia",
            "\u0001Rivers",
            "rose",
            "\u0001Dams",
            "burst");
    assertThat(forms("en", "NASA - dams burst")).as("no agency").contains("NASA");
    assertThat(terms("en", "Dams burst (Reuters)\nRivers rose (APA, red)"))
        .containsExactly("dam", "burst", "river", "rose", "red");
    assertThat(terms("en", "Dams burst (NASA)\nShares of (Reuters) rose"))
        .containsExactly("dam", "burst", "nasa", "share", "reuter", "rose");
  }

  @Test
  void sentencesOfAnotherLanguageHaveNoTerms() {
    assertThat(
            terms(
                "es",
                "La plaza de Tahrir arde en reacciones. \u201cWe are here for the people of the square\u201d,"
                    + " dice el diario. في القاهرة"))
        .containsExactly("plaz", "tahrir", "arde", "reaccion", "diari");
    assertThat(
            terms(
                "en",
                "The opera was Le Nozze di Figaro. Il coro della citt\u00e0 non \u00e8 qui con le voci"))
        .containsExactly("opera", "le", "nozze", "di", "figaro");
    assertThat(terms("de", "Der Herr der Ringe hei\u00dft The Lord of the Rings"))
        .containsExactly("ring", "lord", "ring");
    assertThat(terms("ru", "Новый iPhone of Apple")).contains("iphone", "apple");
  }

  @Test
  void shortSentencesBesideOnesOfAnotherLanguageHaveNoTermsEither() {
    assertThat(
            terms(
                "de",
                "Der Fluss stieg um zwei Meter.\n\n(English version below)\n\nCrews pumped water out. The"
                    + " river rose and the mayor said that it was the worst flood of all. Dams held."))
        .containsExactly("flus", "stieg", "mete", "english", "versio", "below");
    assertThat(terms("en", "Il coro della citt\u00e0 non \u00e8 qui con le voci. Rome was quiet."))
        .containsExactly("rome", "quiet");
  }

  @Test
  void takesTokensAsTheyAre() {
    assertThat(terms("whitespace", " The\tU.S. 3 \n a ")).containsExactly("The", "U.S.", "3", "a");
  }

  @Test
  void hasNoTermsForNothing() {
    assertThat(terms("en", null)).isEmpty();
    assertThat(terms("en", "")).isEmpty();
    assertThat(terms("en", "It was the 3rd of 4: and so on?!")).isEmpty();
  }

  @Test
  void canBeSavedAndLoaded(@TempDir Path folder) throws IOException {
    String path = folder.resolve("analyzer").toString();
    new ArticleAnalyzer().setLanguage("de").write().save(path);
    ArticleAnalyzer loaded = ArticleAnalyzer.read().load(path);
    assertThat(loaded.getOrDefault(loaded.language())).isEqualTo("de");
  }
}
