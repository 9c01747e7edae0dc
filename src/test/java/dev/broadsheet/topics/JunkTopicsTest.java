package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.topics.JunkTopics.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class JunkTopicsTest {
  private static final double NPMI = 0.3;
  private static final double DISTANCE = 0.7;

  private final List<Row> articles = new ArrayList<>();

  private JunkTopicsTest have(int topic, String source, int count) {
    for (int i = 0; i < count; i++) {
      articles.add(RowFactory.create(topic, source));
    }
    return this;
  }

  private JunkTopics judge(SparkSession spark) {
    return judge(spark, articles.size());
  }

  private JunkTopics judge(SparkSession spark, long documents) {
    return new JunkTopics(
        spark.createDataFrame(articles, StructType.fromDDL("topic_id int, source string")),
        documents);
  }

  /** Topic 1 is of three sources alike. */
  private JunkTopicsTest severalSources() {
    return have(1, "a", 20).have(1, "b", 20).have(1, "c", 20);
  }

  @Test
  void aTopicOfManySourcesWithTermsOfItsOwnIsNotJunk(SparkSession spark) {
    JunkTopics junk = severalSources().judge(spark);
    assertThat(junk.reason(1, NPMI, DISTANCE)).isEmpty();
    assertThat(junk.reason(99, NPMI, DISTANCE)).as("a topic without articles").isEmpty();
  }

  @Test
  void termsThatAlwaysComeTogetherAreBoilerplate(SparkSession spark) {
    JunkTopics junk = severalSources().have(2, null, 10).have(3, "b", 9).judge(spark);
    assertThat(junk.reason(2, 0.85, DISTANCE)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(3, 1, DISTANCE)).as("an event of nine articles").isEmpty();
    assertThat(junk.reason(1, 0.85, DISTANCE)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(1, 0.8499, DISTANCE)).isEmpty();
    assertThat(Reason.BOILERPLATE.label()).isEqualTo("boilerplate");
  }

  @Test
  void fewArticlesHaveNoJunkBecauseTheirTermsComeTogetherByChance(SparkSession spark) {
    JunkTopics junk = have(1, "a", 19).judge(spark, 19);
    assertThat(junk.reason(1, 1, 0)).isEmpty();
    assertThat(have(1, "a", 1).judge(spark, 20).reason(1, 1, 0)).contains(Reason.BOILERPLATE);
  }

  @Test
  void aTopicThatOneSourceWritesIsOfOneSource(SparkSession spark) {
    JunkTopics junk =
        severalSources()
            .have(2, "a", 10)
            .have(3, "b", 19)
            .have(3, "c", 1)
            .have(4, "b", 18)
            .have(4, "c", 1)
            .have(5, "c", 9)
            .judge(spark);
    assertThat(junk.reason(2, NPMI, DISTANCE)).contains(Reason.ONE_SOURCE);
    assertThat(junk.reason(3, NPMI, DISTANCE)).as("19 of 20").contains(Reason.ONE_SOURCE);
    assertThat(junk.reason(4, NPMI, DISTANCE)).as("18 of 19").isEmpty();
    assertThat(junk.reason(5, NPMI, DISTANCE)).as("too few articles to say").isEmpty();
    assertThat(Reason.ONE_SOURCE.label()).isEqualTo("one_source");
  }

  @Test
  void aCorpusOfFewSourcesHasNoTopicOfOneSource(SparkSession spark) {
    JunkTopics two = have(1, "a", 20).have(2, "b", 20).judge(spark);
    assertThat(two.reason(1, NPMI, DISTANCE)).isEmpty();
    articles.clear();
    JunkTopics mostlyOne = have(1, "a", 41).have(2, "b", 20).have(3, "c", 20).judge(spark);
    assertThat(mostlyOne.reason(2, NPMI, DISTANCE)).as("a has more than half").isEmpty();
    articles.clear();
    JunkTopics unknown = have(1, null, 50).have(2, "a", 20).have(2, "b", 20).judge(spark);
    assertThat(unknown.reason(1, NPMI, DISTANCE)).as("without a source").isEmpty();
  }

  @Test
  void articlesWithoutASourceDoNotCount(SparkSession spark) {
    JunkTopics junk = severalSources().have(2, "a", 10).have(2, null, 90).judge(spark);
    assertThat(junk.reason(2, NPMI, DISTANCE)).contains(Reason.ONE_SOURCE);
    articles.clear();
    assertThat(have(1, null, 5).judge(spark).reason(1, NPMI, DISTANCE)).isEmpty();
  }

  @Test
  void aTopicLikeTheWholeCorpusIsNearUniform(SparkSession spark) {
    JunkTopics junk = severalSources().judge(spark);
    assertThat(junk.reason(1, NPMI, 0.25)).contains(Reason.NEAR_UNIFORM);
    assertThat(junk.reason(1, NPMI, 0.2501)).isEmpty();
    assertThat(Reason.NEAR_UNIFORM.label()).isEqualTo("near_uniform");
  }

  @Test
  void theFirstReasonIsGiven(SparkSession spark) {
    JunkTopics junk = severalSources().have(2, "a", 10).judge(spark);
    assertThat(junk.reason(2, 0.9, 0.1)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(2, NPMI, 0.1)).contains(Reason.ONE_SOURCE);
  }
}
