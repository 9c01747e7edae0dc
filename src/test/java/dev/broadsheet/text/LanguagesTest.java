package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ar | رفع البنك المركزي سعر الفائدة",
        "fa | بانک مرکزی نرخ بهره را بالا برد",
        "ur | مرکزی بینک نے شرح سود بڑھا دی ہے اور وزیر نے کہا کہ حکومت سیلاب سے متاثر کسانوں کی مدد کرے گی"
      })
  void arabicIsKnownByItsLetters(String language, String text) {
    assertThat(Languages.of(text)).contains(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The central bank raised its interest rate for the second time this year, as it had said it would.",
        "de | Die Zentralbank hat den Leitzins zum zweiten Mal in diesem Jahr angehoben, wie sie es angekündigt hatte.",
        "fr | La banque centrale a relevé son taux directeur pour la deuxième fois cette année, comme elle l'avait annoncé.",
        "es | El banco central subió su tipo de interés por segunda vez este año, tal como lo había anunciado en enero.",
        "id | Pemerintah Indonesia mengumumkan langkah-langkah baru untuk membantu petani yang terkena dampak banjir di daerah.",
        "ru | Центральный банк повысил процентную ставку во второй раз в этом году, как и было объявлено в январе.",
        "ar | قَالَ الوَزِيرُ إِنَّ البَنْكَ المَرْكَزِيَّ رَفَعَ سِعْرَ الفَائِدَةِ لِلْمَرَّةِ الثَّانِيَةِ هَذَا العَامَ وَإِنَّ الحُكُومَةَ سَتُسَاعِدُ المُزَارِعِينَ الَّذِينَ تَضَرَّرُوا مِنَ الفَيَضَانَاتِ"
      })
  void knowsTheLanguageOfASentence(String language, String text) {
    assertThat(Languages.of(text)).contains(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | The central bank raised its interest rate for the second time this year, as it had said it would, and the markets were calm.",
        "de | Die Zentralbank hat den Leitzins zum zweiten Mal in diesem Jahr angehoben, wie sie es im Januar angekündigt hatte, und die Märkte waren ruhig.",
        "it | La banca centrale ha alzato il tasso per la seconda volta in questo anno, come aveva detto che avrebbe fatto, e i mercati non si sono mossi per questo.",
        "pt | O banco central subiu a taxa pela segunda vez neste ano, como tinha dito que o faria, e os mercados não se moveram com isso nem com o que foi dito.",
        "'' | Die sentrale bank het die rente vir die tweede keer vanjaar verhoog, soos hy gesê het hy sou, en die markte was kalm daaroor.",
        "'' | Centralbanken har hævet renten for anden gang i år, som den havde sagt, at den ville, og markederne var rolige efter nyheden om det.",
        "'' | The bank said Shr 40 cts."
      })
  void functionWordsShowWhatIsClear(String language, String text) {
    assertThat(FunctionWords.language(text).orElse("")).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ja | 市議会は火曜日、新しい橋の計画を可決した。",
        "zh | 市政府周二批准了新的桥梁计划。",
        "ko | 시의회는 화요일 새로운 다리 계획을 승인했다.",
        "el | Το δημοτικό συμβούλιο ενέκρινε νέα γέφυρα.",
        "he | מועצת העיר אישרה ביום שלישי גשר חדש.",
        "'' | Совет одобрил новый мост.",
        "'' | 火曜日 was the word in the title of the film."
      })
  void theScriptShowsTheLanguageOfAFewWords(String language, String text) {
    assertThat(ScriptLanguages.of(text).orElse("")).isEqualTo(language);
  }

  @Test
  void isNotCertainOfATableOfEarnings() {
    assertThat(Languages.of("Shr 40 cts vs 4.72 dlrs Net 3,321,000 vs 42.0 mln Revs 4,002,000"))
        .isEmpty();
    assertThat(Languages.of("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "7, zh, 中央银行上调了利率的目标。",
    "3, th, ธนาคารกลางประกาศ",
    "7, ja, 日本政府は宣言を出した。",
    "4, en, ' The bank, it\nsaid. '",
    "3, , 3 words more",
    "0, en, ''"
  })
  void countsWordsByADictionaryWhereThereAreNoSpaces(int words, String language, String text) {
    assertThat(Languages.words(text, language)).isEqualTo(words);
  }

  @Test
  void saysOfWhichLanguagesItKnowsStopWordsAndStems() {
    assertThat(Languages.isSupported("pl")).isTrue();
    assertThat(Languages.isSupported("is")).isFalse();
  }
}
