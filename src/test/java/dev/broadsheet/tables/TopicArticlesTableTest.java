package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.topics.description.Topic;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class TopicArticlesTableTest {
  private static final Topic STRIKE =
      new Topic(
          1,
          0,
          "strike, union",
          4,
          1,
          new Topic.Quality(0, 0),
          0,
          0,
          1,
          "",
          Optional.empty(),
          List.of(new Topic.Term(1, "strike", 0.5, 4), new Topic.Term(2, "union", 0.5, 2)));

  @Test
  void theArticleThatHasMostOfATopicsTermsIsTheMostTypicalThenTheLatest(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("a", "2026-11-20", "paper", 1, "strike", "union")
            .article("b", "2026-11-25", "paper", 1, "union", "weather")
            .article("c", "2026-11-22", "paper", 1, "strike", "weather")
            .article("d", "2026-11-23", "paper", 1, "strike")
            .duplicate("e", "2026-11-24", "wire", 1, "a");
    assertThat(rows(corpus.findings(spark)))
        .extracting(row -> "%d %s".formatted(row.getInt(1), row.getString(2)))
        .containsExactly("1 a", "2 d", "3 c", "4 b");
  }

  @Test
  void ofTheArticlesOfAStoryTheMostTypicalIsShown(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("a", "2026-11-25", "paper", 1, "union")
            .with(article -> article.withStory(new Article.Story("s", 1, true)))
            .article("b", "2026-11-20", "paper", 1, "strike")
            .with(article -> article.withStory(new Article.Story("s", 0.9, false)));
    assertThat(rows(corpus.findings(spark)))
        .extracting(row -> row.getString(2))
        .containsExactly("b");
  }

  @Test
  void ofArticlesWithTheSameTermsTheOneThatIsMoreOfTheTopicIsTheMostTypical(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article("a", "2026-11-25", "paper", 1, "strike", "union")
            .with(article -> article.withTopics(new int[] {1}, new double[] {0.4}))
            .article("b", null, "paper", 1, "strike", "union")
            .with(article -> article.withTopics(new int[] {1}, new double[] {0.6}));
    assertThat(rows(corpus.findings(spark)))
        .extracting(row -> row.getString(2))
        .containsExactly("b", "a");
  }

  private static List<Row> rows(Findings found) {
    var model =
        new Findings.Model(
            List.of(STRIKE),
            found.model().links(),
            found.model().lineage(),
            found.model().selection(),
            found.model().order());
    return SmallCorpus.rows(
        new TopicArticlesTable(), new Findings(found.corpus(), model, found.counts()));
  }
}
