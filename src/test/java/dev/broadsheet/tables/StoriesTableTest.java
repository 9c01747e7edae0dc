package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class StoriesTableTest {
  private static UnaryOperator<Article> in(String story, double similarity, boolean first) {
    return article -> article.withStory(new Article.Story(story, similarity, first));
  }

  private static UnaryOperator<Article> on(int topic, double weight) {
    return article -> article.withTopics(new int[] {topic}, new double[] {weight});
  }

  private static Findings findings(SparkSession spark) {
    return new SmallCorpus()
        .article("a", "2022-01-03", "x.example", null)
        .with(a -> a.withTopics(new int[] {7, 3}, new double[] {0.6, 0.4}))
        .with(in("b", 0.5, false))
        .article("b", "2022-01-02", "y.example", 3)
        .with(in("b", 1, true))
        .duplicate("c", "2022-01-09", "y.example", 3, "b")
        .with(in("b", 1, false))
        .article("d", null, "x.example", null)
        .with(on(7, 0.9))
        .with(in("b", 0.25, false))
        .article("e", null, null, null)
        .with(in("e", 1, true))
        .duplicate("f", null, null, null, "e")
        .with(in("e", 1, false))
        .article("g", null, "x.example", null)
        .with(on(7, 0.1))
        .findings(spark);
  }

  @Test
  void aStoryHasTheTitleOfItsFirstArticleAndTheTopicOfMostTheSmallestOfEquals(SparkSession spark) {
    assertThat(SmallCorpus.lines(new StoriesTable(), findings(spark)))
        .containsExactly("[b,B,4,2,2022-01-02,2022-01-09,3]", "[e,E,2,0,null,null,null]");
  }

  @Test
  void storyArticlesSayWhoWasFirst(SparkSession spark) {
    assertThat(SmallCorpus.lines(new StoryArticlesTable(), findings(spark)))
        .containsExactly(
            "[b,a,2022-01-03,x.example,0.5,false]",
            "[b,b,2022-01-02,y.example,1.0,true]",
            "[b,c,2022-01-09,y.example,1.0,false]",
            "[b,d,null,x.example,0.25,false]",
            "[e,e,null,null,1.0,true]",
            "[e,f,null,null,1.0,false]");
  }
}
