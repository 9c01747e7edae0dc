package dev.broadsheet.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class NameBlockTest {
  private static NameBlock block(String... texts) {
    List<Row> rows = Arrays.stream(texts).map(text -> RowFactory.create("id", text)).toList();
    return NameBlock.of(rows.iterator(), "en").next();
  }

  private static List<String> words(NameBlock block, int article) {
    List<String> words = new ArrayList<>();
    block
        .sentences(article)
        .forEach(
            sentence -> {
              sentence.forEach(
                  token ->
                      words.add(
                          "%s%s %s%s%s%s"
                              .formatted(
                                  token.text(),
                                  token.tail(),
                                  token.form(),
                                  token.opening() ? " opening" : "",
                                  token.joined() ? " joined" : "",
                                  token.possessive() ? " possessive" : "")));
              words.add("end");
            });
    return words;
  }

  @Test
  void aWordIsTakenApartAlikeWhereverInABlockItIs() {
    String[] texts = {
      "The boss of Gap Inc met Mr Renwick and the bosses of the Ki-moon Group in the U.S. today.",
      "It is said of Mr. Renwick that the boss' word is Gap Inc. That is of use to the boss.",
      "In Orlin the iPhone of the Paris-based boss is an F-16, and 12 of the F-16s are in Orlin's.",
      "Paris. The Inc. of the US. \"Inc is in Orlin\", said Mr Boss; it is of the Group.",
    };
    NameBlock together = block(texts);
    NameBlock backwards = block(texts[3], texts[2], texts[1], texts[0]);
    for (int i = 0; i < texts.length; i++) {
      List<String> alone = words(block(texts[i]), 0);
      assertThat(words(together, i)).as(texts[i]).isEqualTo(alone);
      assertThat(words(backwards, texts.length - 1 - i)).as(texts[i]).isEqualTo(alone);
    }
    assertThat(words(together, 1))
        .startsWith("It CAPITAL opening", "is LOWER joined")
        .contains("Renwick CAPITAL joined", "boss LOWER joined possessive", "end");
    assertThat(words(together, 0)).contains("Ki-moon CAPITAL joined", "US UPPER joined");
  }

  @Test
  void headlinesAndTablesAreLeftOut() {
    NameBlock block = block("ORLIN RISES\nIt is in the Levee.", "1 2 3 the of", "");
    assertThat(block.articles()).isEqualTo(3);
    assertThat(words(block, 0))
        .containsExactly(
            "It CAPITAL opening",
            "is LOWER joined",
            "in LOWER joined",
            "the LOWER joined",
            "Levee CAPITAL joined",
            "end");
    assertThat(words(block, 1)).isEmpty();
    assertThat(words(block, 2)).isEmpty();
  }
}
