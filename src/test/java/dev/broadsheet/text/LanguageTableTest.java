package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTableTest {
  private static final List<String> FORMS =
      List.of(
          "%s",
          "%S",
          "%s's",
          "%S'S",
          "l'%s",
          "L\u2019%S",
          "d\u02bc%s",
          "%s\u2019s",
          "dell'%s",
          "\u00ab%s\u00bb",
          "%ss",
          "%s-19",
          "@%s",
          "%s.",
          "qu'%s",
          "U.S. %s",
          "%s\u00ad%s");

  static Set<String> languages() {
    return new TreeSet<>(LanguageTable.known());
  }

  private static List<String> terms(String language, String text) {
    return analyzed(text, language).words(0);
  }

  private static List<String> surfaces(String language, String text) {
    return analyzed(text, language).surfaces(0);
  }

  private static TokenBlock analyzed(String text, String language) {
    var tokens = new TokenBlock.Builder();
    new TermReader(language, false, tokens).read(text);
    tokens.end("");
    return tokens.build();
  }

  /** Countries, languages, days and months as the JDK calls them in a language. */
  private static List<String> words(String language) {
    Locale locale = Locale.forLanguageTag(language);
    var dates = DateFormatSymbols.getInstance(locale);
    return Stream.of(
            Stream.of(Locale.getISOCountries())
                .map(c -> new Locale.Builder().setRegion(c).build().getDisplayCountry(locale)),
            Stream.of(Locale.getISOLanguages())
                .map(l -> Locale.forLanguageTag(l).getDisplayLanguage(locale)),
            Arrays.stream(dates.getMonths()),
            Arrays.stream(dates.getWeekdays()),
            Stream.of("Trump", "McDonald", "Moody", "Covid", "UMP", "F-16", "O'Neill"))
        .flatMap(all -> all)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("languages")
  void wordsThatAreWrittenAlikeHaveOneStem(String language) {
    String text =
        words(language).stream()
            .flatMap(word -> FORMS.stream().map(form -> form.formatted(word, word)))
            .collect(Collectors.joining(", ", "", "\n" + "MARCHE ET L'UMP'S\n"));
    TokenBlock analyzed = analyzed(text, language);
    List<String> stems = analyzed.words(0);
    List<String> surfaces = analyzed.surfaces(0);
    assertThat(stems).hasSizeGreaterThan(1000).hasSameSizeAs(surfaces);
    Map<String, String> stemOf = new HashMap<>();
    for (int i = 0; i < stems.size(); i++) {
      String before = stemOf.putIfAbsent(surfaces.get(i), stems.get(i));
      assertThat(stems.get(i))
          .as(surfaces.get(i))
          .isEqualTo(before == null ? stems.get(i) : before);
    }
    assertThat(stems).noneMatch(String::isBlank);
    assertThat(surfaces).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasFunctionWordsThatAreNoTerms(String language) {
    var function = WordAnalyzer.functionWords(language);
    assertThat(function.size()).isGreaterThan(language.equals("ko") ? -1 : 20);
    String text =
        function.stream()
            .map(word -> new String((char[]) word))
            .filter(word -> !language.equals("ckb") || word.charAt(0) > 'z')
            .filter(word -> !PhraseWords.isConnective(word, language))
            .collect(Collectors.joining(", "));
    // Lucene's lists for Latvian and Sorani have words of their English comments, too.
    assertThat(terms(language, text).size()).isLessThanOrEqualTo(function.size() / 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pl|Rolnicy nie tylko odbudowali zalane domy, ale także most.|Rolnicy,odbudowali,zalane,domy,most",
        "ru|Это самые большие потери, которые понёс флот, сообщил министр.|большие,потери,понёс,флот,министр",
        "nl|Waarin onze school wel slechts één boek heeft, zullen wij zien.|school,boek",
        "sv|Regeringen säger att de nya skatterna blir högre.|Regeringen,skatterna,högre",
        "cs|Ministr uvedl, že tyto školy nejsou zavřené.|Ministr,školy,zavřené",
        "th|ธนาคารกลางประกาศอัตราดอกเบี้ย|ธนาคาร,กลาง,ประกาศ,อัตรา,ดอกเบี้ย",
        "zh|中央银行上调了利率的目标。|中央,银行,上调,利率,目标",
        "ja|日本政府は東京都に緊急事態宣言を出した。|日本,政府,東京,緊急,事態,宣言",
        "ko|한국은행은 기준금리를 인상했다고 밝혔다.|한국은행,기준,금리,인상",
        "tr|Ankara'daki meclis bir karar aldı ve İstanbul'un.|Ankara,meclis,karar,İstanbul",
        "uk|Уряд п\u2019яти областей і парламенту.|Уряд,п'яти,областей,парламенту",
        "ca|L'Ajuntament d\u2019Olot i l\u02bcescola.|Ajuntament,Olot,escola",
        "ga|D'fhreagair an tAire.|fhreagair,tAire",
        "it|Quest'anno l\u2019Unione e dell\u00b4acqua sull'Italia.|Unione,acqua,Italia",
        "fr|L\u2019UMP d'Alger, jusqu'en Corse, aujourd'hui qu\u2032Alain.|UMP,Alger,Corse,Alain",
        "de|Die Banken und Trump's Zölle.|Banken,Trump,Zölle",
        "ar|عاد الرئيس من القاهرة وهذه أنّ إِلَى ـــ المدينة ألفاً|عاد,الرئيس,القاهرة,المدينة",
        "hi|सरकार ने नई नीति की घोषणा की|सरकार,नीति,घोषणा"
      })
  void findsTheWordsOf(String language, String text, String surfaces) {
    assertThat(surfaces(language, text)).containsExactly(surfaces.split(","));
  }

  @Test
  void formsOfAWordAreOneTerm() {
    assertThat(terms("pl", "powodzie powodzi").stream().distinct()).hasSize(1);
    assertThat(terms("uk", "парламент парламенту").stream().distinct()).hasSize(1);
    assertThat(terms("sr", "реке reke").stream().distinct()).hasSize(1);
  }

  @Test
  void aLanguageWithoutRulesIsSplitIntoWords() {
    assertThat(LanguageTable.isKnown("xx")).isFalse();
    assertThat(terms("xx", "Saluton al la mondo")).containsExactly("saluton", "al", "la", "mondo");
  }
}
