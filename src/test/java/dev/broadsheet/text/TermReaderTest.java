package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermReaderTest {
  /** Writes down what it takes. */
  private static final class Lines implements Terms {
    private final List<String> forms = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    @Override
    public int form(String term, String surface) {
      forms.add(term + "/" + surface);
      return forms.size() - 1;
    }

    @Override
    public void add(int form, int position) {
      lines.add(forms.get(form) + "/" + position);
    }
  }

  private static List<String> read(String language, String... texts) {
    var lines = new Lines();
    var reader = new TermReader(language, true, lines);
    for (String text : texts) {
      reader.read(text);
    }
    return lines.lines;
  }

  @Test
  void aWordHasTheFormOfItsPlace() {
    assertThat(read("en", "Rates rise. The rates (FED) in FED-led rates.\nRATES RISE (FED)"))
        .containsExactly(
            "rate/\u0001Rates/2",
            "rise/rise/3",
            "rate/rates/6",
            "fed/\u0002FED/8",
            "fed/FED\u0003/11",
            "led/led/13",
            "rate/rates/15",
            "rate/\u0001rates/17",
            "rise/\u0001rise/18",
            "fed/\u0001fed/20");
  }

  @Test
  void pointsBetweenLettersSayThatCapitalsAreMeantWhereAllAreCapitals() {
    assertThat(read("en", "U.K. RATES RISE.\nU.K. rates rise"))
        .containsExactly(
            "uk/UK/2",
            "rate/\u0001rates/3",
            "rise/\u0001rise/4",
            "uk/UK/6",
            "rate/rates/7",
            "rise/rise/8");
  }

  @ParameterizedTest
  @CsvSource({
    "en, The U.S. F-16s and the Bank of England's rates: Q3 shr 5 cts Net. Rates rose",
    "fr, D'Alembert a battu l'Olympique d'Ancône. L'UMP et l'ump",
    "tr, Ankara'da İstanbul ISPARTA ispanya",
    "ja, 東京で行われた会議で首相が演説した。会議",
    "ko, 서울에서 열린 회의에서 대통령이 연설했다 회의",
    "zh, ＮＡＴＯ和NATO在北京开会，北京市",
    "th, กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย เมืองหลวง",
    "uk, Київ і Києва: міста та місто",
    "whitespace, a b a"
  })
  void whatIsKnownOfWordsChangesNothing(String language, String text) {
    List<String> once = read(language, text);
    List<String> twice = new ArrayList<>(once);
    twice.addAll(once);

    assertThat(once).isNotEmpty();
    assertThat(read(language, text, text)).isEqualTo(twice);
  }

  @Test
  void moreWordsThanAreKeptAreReadAsFew() {
    String many = String.join(" ", IntStream.range(0, 70_000).mapToObj(i -> letters(i)).toList());

    List<String> read = read("en", "markets fell", many, "markets fell");

    assertThat(read).hasSize(70_004);
    assertThat(read.subList(70_002, 70_004)).isEqualTo(read.subList(0, 2));
  }

  /** A word of four letters that nobody knows. */
  private static String letters(int number) {
    var word = new StringBuilder("z");
    for (int i = number; word.length() < 5; i /= 17) {
      word.append((char) ('b' + i % 17));
    }
    return word.toString();
  }
}
