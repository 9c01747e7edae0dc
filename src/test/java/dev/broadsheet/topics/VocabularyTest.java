package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.TokenBlocks;
import dev.broadsheet.text.TokenBlock;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class VocabularyTest {
  /** A document is words; the stem of a word is its lower case. */
  private static JavaRDD<TokenBlock> tokens(SparkSession spark, List<String> documents) {
    List<List<String>> surfaces = documents.stream().map(d -> List.of(d.split(" "))).toList();
    return TokenBlocks.on(
        spark,
        surfaces.stream().map(d -> d.stream().map(String::toLowerCase).toList()).toList(),
        surfaces);
  }

  @Test
  void countsTermsAndShowsTheCommonestForm(SparkSession spark) {
    var vocabulary =
        Vocabulary.of(tokens(spark, List.of("Rain rain rain b", "rain a", "B a")), 3, 10, 1, 1);
    assertThat(vocabulary.stems()).containsExactly("a", "b", "rain");
    assertThat(vocabulary.terms()).containsExactly("a", "B", "rain");
    assertThat(vocabulary.documentFrequency()).containsExactly(2, 2, 2);
    assertThat(vocabulary.termFrequency()).containsExactly(2, 2, 4);
  }

  @Test
  void showsNoTwoTermsAlike(SparkSession spark) {
    JavaRDD<TokenBlock> tokens =
        TokenBlocks.on(
            spark,
            List.of(
                List.of("trump", "trump's", "trump's", "trump's", "b", "a"),
                List.of("trump", "b", "b 2", "a", "c"),
                List.of("trump", "a")),
            List.of(
                List.of("Trump", "Trump", "Trump", "TRUMP", "b", "b"),
                List.of("Trump", "b", "b", "b", "a"),
                List.of("Trump", "b")));
    var vocabulary = Vocabulary.of(tokens, 3, 10, 1, 1);
    assertThat(vocabulary.stems()).containsExactly("a", "trump", "b", "b 2", "c", "trump's");
    assertThat(vocabulary.terms()).containsExactly("b", "Trump", "b 2", "b 2 2", "a", "TRUMP");
  }

  @Test
  void showsAFormFromALineOfCapitalsOnlyWhereThereIsNoOther(SparkSession spark) {
    JavaRDD<TokenBlock> tokens =
        TokenBlocks.on(
            spark,
            List.of(List.of("nato", "nato", "nato", "river bank", "oil")),
            List.of(
                List.of(
                    "\u0001nato", "\u0001nato", "NATO", "\u0001river \u0001banks", "\u0001oil")));
    var vocabulary = Vocabulary.of(tokens, 1, 10, 1, 1);
    assertThat(vocabulary.terms()).containsExactly("NATO", "oil", "river banks");
    assertThat(vocabulary.termFrequency()).containsExactly(3, 1, 1);
  }

  @Test
  void aCodeThatIsAlwaysInBracketsIsNoTerm(SparkSession spark) {
    JavaRDD<TokenBlock> tokens =
        TokenBlocks.on(
            spark,
            List.of(List.of("aut", "aut", "osdh", "osdh", "river")),
            List.of(List.of("\u0002AUT", "\u0002AUT", "\u0002OSDH", "OSDH", "river")));
    assertThat(Vocabulary.of(tokens, 1, 10, 1, 1).terms()).containsExactly("OSDH", "river");
  }

  @Test
  void keepsTheMostFrequentInAnOrderThatNeverChanges(SparkSession spark) {
    var vocabulary = Vocabulary.of(tokens(spark, List.of("z y", "x z", "y w")), 3, 3, 1, 1);
    assertThat(vocabulary.stems()).containsExactly("y", "z", "w");
  }

  @Test
  void leavesOutTheRareAndInALargerCorpusTheUbiquitous(SparkSession spark) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      documents.add("everywhere " + (i < 10 ? "half " : "") + "once" + i);
    }
    var vocabulary = Vocabulary.of(tokens(spark, documents), 20, 100, 2, 0.5);
    assertThat(vocabulary.stems()).containsExactly("half");
    var small = Vocabulary.of(tokens(spark, documents.subList(0, 19)), 19, 100, 2, 0.5);
    assertThat(small.stems()).containsExactly("everywhere", "half");
  }

  @Test
  void idfIsLargerForRareTermsAndForNamesInASmallCorpus() {
    var vocabulary =
        new Vocabulary(
            new String[] {"a", "b"},
            new String[] {"a", "B"},
            new long[] {100, 10},
            new long[] {1, 1},
            100);
    assertThat(vocabulary.idf()[0]).isEqualTo(1);
    assertThat(vocabulary.idf()[1]).isCloseTo(1 + Math.log(101.0 / 11), within(1e-12));
    var one =
        new Vocabulary(
            new String[] {"a", "b"},
            new String[] {"a", "B"},
            new long[] {1, 1},
            new long[] {1, 1},
            1);
    assertThat(one.idf()).containsExactly(1, 1 + 0.5 * 0.95);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "19,1", "20,2", "600,3", "1500,5", "1000000,5"})
  void wantsMoreDocumentsOfATermInALargerCorpus(long documents, int minDf) {
    assertThat(Vocabulary.minDfFor(documents)).isEqualTo(minDf);
  }

  @ParameterizedTest
  @CsvSource({"1,5,1", "2,5,1", "3,5,1", "4,5,2", "140,5,5", "140,3,3"})
  void noMoreTopicsThanTermsAndHalfTheDocuments(long documents, int terms, int most) {
    assertThat(TopicCount.limit(1000, documents, terms)).isEqualTo(most);
  }
}
