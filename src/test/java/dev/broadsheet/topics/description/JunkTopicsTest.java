package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.topics.description.JunkTopics.Reason;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JunkTopicsTest {
  private static final double NPMI = 0.3;
  private static final double DISTANCE = 0.7;

  private final TopicSources topics = new TopicSources();
  private final Map<String, Long> sources = new HashMap<>();
  private long articles;

  private JunkTopicsTest have(int topic, String source, int count) {
    topics.add(source, topic, count);
    sources.merge(String.valueOf(source), (long) count, Long::sum);
    articles += count;
    return this;
  }

  private JunkTopics judge() {
    return judge(articles);
  }

  private JunkTopics judge(long documents) {
    sources.forEach(
        (source, count) -> topics.addSource(source.equals("null") ? null : source, count));
    return new JunkTopics(topics, documents);
  }

  /** Topic 1 is of three sources alike. */
  private JunkTopicsTest severalSources() {
    return have(1, "a", 20).have(1, "b", 20).have(1, "c", 20);
  }

  @Test
  void aTopicOfManySourcesWithTermsOfItsOwnIsNotJunk() {
    JunkTopics junk = severalSources().judge();
    assertThat(junk.reason(1, NPMI, DISTANCE)).isEmpty();
    assertThat(junk.reason(99, NPMI, DISTANCE)).as("a topic without articles").isEmpty();
  }

  @Test
  void termsThatAlwaysComeTogetherAreBoilerplate() {
    JunkTopics junk = severalSources().have(2, null, 20).have(3, "b", 10).have(3, "c", 9).judge();
    assertThat(junk.reason(2, 0.85, DISTANCE)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(3, 1, DISTANCE)).as("an event of nineteen articles").isEmpty();
    assertThat(junk.reason(1, 0.85, DISTANCE)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(1, 0.8499, DISTANCE)).isEmpty();
    assertThat(Reason.BOILERPLATE.label()).isEqualTo("boilerplate");
  }

  @Test
  void fewArticlesHaveNoJunkBecauseTheirTermsComeTogetherByChance() {
    JunkTopics junk = have(1, "a", 19).judge(19);
    assertThat(junk.reason(1, 1, 0)).isEmpty();
    assertThat(new JunkTopicsTest().have(1, "a", 20).judge(20).reason(1, 1, 0))
        .contains(Reason.BOILERPLATE);
  }

  @Test
  void aTopicThatOneSourceWritesIsOfOneSource() {
    JunkTopics junk =
        severalSources()
            .have(2, "a", 10)
            .have(3, "b", 19)
            .have(3, "c", 1)
            .have(4, "b", 18)
            .have(4, "c", 1)
            .have(5, "c", 9)
            .judge();
    assertThat(junk.reason(2, NPMI, DISTANCE)).contains(Reason.ONE_SOURCE);
    assertThat(junk.reason(3, NPMI, DISTANCE)).as("19 of 20").contains(Reason.ONE_SOURCE);
    assertThat(junk.reason(4, NPMI, DISTANCE)).as("18 of 19").isEmpty();
    assertThat(junk.reason(5, NPMI, DISTANCE)).as("too few articles to say").isEmpty();
    assertThat(Reason.ONE_SOURCE.label()).isEqualTo("one_source");
  }

  @Test
  void aCorpusOfFewSourcesHasNoTopicOfOneSource() {
    JunkTopics two = have(1, "a", 20).have(2, "b", 20).judge();
    assertThat(two.reason(1, NPMI, DISTANCE)).isEmpty();
    JunkTopics mostlyOne =
        new JunkTopicsTest().have(1, "a", 41).have(2, "b", 20).have(3, "c", 20).judge();
    assertThat(mostlyOne.reason(2, NPMI, DISTANCE)).as("a has more than half").isEmpty();
    JunkTopics unknown =
        new JunkTopicsTest().have(1, null, 50).have(2, "a", 20).have(2, "b", 20).judge();
    assertThat(unknown.reason(1, NPMI, DISTANCE)).as("without a source").isEmpty();
  }

  @Test
  void articlesWithoutASourceDoNotCount() {
    JunkTopics junk = severalSources().have(2, "a", 10).have(2, null, 90).judge();
    assertThat(junk.reason(2, NPMI, DISTANCE)).contains(Reason.ONE_SOURCE);
    assertThat(new JunkTopicsTest().have(1, null, 5).judge().reason(1, NPMI, DISTANCE)).isEmpty();
  }

  @Test
  void aTopicLikeTheWholeCorpusIsNearUniform() {
    JunkTopics junk = severalSources().judge();
    assertThat(junk.reason(1, NPMI, 0.25)).contains(Reason.NEAR_UNIFORM);
    assertThat(junk.reason(1, NPMI, 0.2501)).isEmpty();
    assertThat(Reason.NEAR_UNIFORM.label()).isEqualTo("near_uniform");
  }

  @Test
  void theFirstReasonIsGiven() {
    JunkTopics junk = severalSources().have(2, "a", 20).judge();
    assertThat(junk.reason(2, 0.9, 0.1)).contains(Reason.BOILERPLATE);
    assertThat(junk.reason(2, NPMI, 0.1)).contains(Reason.ONE_SOURCE);
  }
}
