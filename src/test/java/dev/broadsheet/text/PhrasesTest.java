package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class PhrasesTest {
  /**
   * The words of two texts and more: human 4, rights 4, watch 4, interest 4, rates 4, envoys 3, met
   * 2, Orlin 2. That is 27 in all.
   */
  private static final List<String> TEXTS =
      List.of(
          "Human Rights Watch wrote. Interest rates rose.",
          "Human Rights Watch, said to be in Orlin. Interest rates!",
          "Envoys met Human Rights Watch. Interest on rates.",
          "Human rights in Orlin. Interest rates.",
          "Envoys met. Prices dropped, prices dropped. Prices dropped.",
          "Watch envoys.");

  private SparkSession spark;

  @BeforeEach
  void prepare(SparkSession session) {
    spark = session;
  }

  private Dataset<Row> words(List<String> texts) {
    return new ArticleAnalyzer()
        .setOutputCol("words")
        .setSurfacesCol("surfaces")
        .setPositionsCol("positions")
        .transform(spark.createDataset(texts, Encoders.STRING()).toDF("text"));
  }

  private static Phrases phrases() {
    return new Phrases().setMinDf(2).setMinNpmi(0.3);
  }

  @Test
  void findsWordsThatStandTogetherMoreOftenThanByChance() {
    List<Phrase> found = phrases().fit(words(TEXTS)).phrases();
    assertThat(found)
        .extracting(Phrase::key)
        .containsExactly("human right", "envoy met", "human right watch", "interest rate");
    assertThat(found).extracting(Phrase::documents).containsExactly(4L, 2L, 3L, 3L);
    assertThat(found.get(0).npmi()).isCloseTo(1, within(1e-12));
    assertThat(found.get(1).npmi())
        .isCloseTo(Math.log(2 * 27 / (3.0 * 2)) / -Math.log(2 / 27.0), within(1e-12));
    assertThat(found.get(2).npmi())
        .as("of a phrase and a word, 3 of 4 and 4; a word and a phrase, 3 of 4 and 3, are closer")
        .isCloseTo(Math.log(3 * 27 / (4.0 * 4)) / -Math.log(3 / 27.0), within(1e-12));
    assertThat(found.get(3).npmi())
        .isCloseTo(Math.log(3 * 27 / (4.0 * 4)) / -Math.log(3 / 27.0), within(1e-12));
  }

  @Test
  void phrasesDoNotDependOnTheOrderOfTextsOrOnPartitions() {
    List<String> reversed = new ArrayList<>(TEXTS);
    Collections.reverse(reversed);
    assertThat(phrases().fit(words(reversed).repartition(3)).phrases())
        .isEqualTo(phrases().fit(words(TEXTS)).phrases());
  }

  @Test
  void aPhraseIsInEnoughTextsAndItsWordsBelongTogether() {
    assertThat(phrases().setMinDf(4).fit(words(TEXTS)).phrases())
        .extracting(Phrase::key)
        .containsExactly("human right");
    assertThat(phrases().setMinNpmi(0.8).fit(words(TEXTS)).phrases())
        .extracting(Phrase::key)
        .containsExactly("human right", "envoy met");
  }

  @Test
  void aPhraseThatIsRarerThanTheVocabularyIsNone() {
    assertThat(phrases().setVocabularySize(2).fit(words(TEXTS)).phrases())
        .extracting(Phrase::key)
        .containsExactly("human right");
  }

  @Test
  void wantsMoreTextsOfAPhraseThanOfAWord() {
    assertThat(Phrases.minDfFor(20, 2)).isEqualTo(5);
    assertThat(Phrases.minDfFor(2000, 5)).isEqualTo(10);
    assertThat(Phrases.minDfFor(19, 1)).as("no phrases").isGreaterThan(19);
  }

  @Test
  void joinsWordsAndLeavesOutStopWordsOfNoPhrase(@TempDir Path folder) throws IOException {
    PhrasesModel model = phrases().fit(words(TEXTS));
    Dataset<Row> texts =
        words(List.of("Of New Human Rights: INTEREST RATES met the human-rights envoys"));
    Row joined = model.setSurfacesCol("surfaces").transform(texts).head();
    assertThat(joined.<String>getList(joined.fieldIndex("tokens")))
        .containsExactly("human right", "interest rate", "met", "human right", "envoy");
    assertThat(joined.<String>getList(joined.fieldIndex("surfaces")))
        .as("after a colon any word may have a capital; a hyphen stays")
        .containsExactly("Human Rights", "\u0001INTEREST RATES", "met", "human-rights", "envoys");

    String path = folder.resolve("phrases").toString();
    model.write().save(path);
    PhrasesModel loaded = PhrasesModel.load(path);
    assertThat(loaded.phrases()).isEqualTo(model.phrases());
    assertThat(loaded.transform(texts).head()).isEqualTo(joined);
  }

  @Test
  void saysWhichColumnIsWrong() {
    Dataset<Row> texts = words(TEXTS);
    assertThatThrownBy(() -> phrases().fit(texts.selectExpr("text AS words", "positions")))
        .hasMessage(
            "Cannot find phrases in column words: it holds no arrays of strings. Name a column of words as inputCol.");
    assertThatThrownBy(() -> phrases().fit(texts.selectExpr("words", "text AS positions")))
        .hasMessage(
            "Cannot find phrases with column positions: it holds no arrays of integers. Name a column of positions as positionsCol.");
  }
}
