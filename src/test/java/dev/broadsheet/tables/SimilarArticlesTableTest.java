package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class SimilarArticlesTableTest {
  private static UnaryOperator<Article> in(String story) {
    return article -> article.withStory(new Article.Story(story, 1, false));
  }

  private static String id(int article) {
    return "%016x".formatted(article);
  }

  @Test
  void aStoryIsComparedAsItsFirstArticleInTheModel(SparkSession spark) {
    var corpus =
        new SmallCorpus()
            .article(id(0), null, null, 1, "flood", "river")
            .with(in("s"))
            .article(id(1), "2026-11-22", null, 1, "flood", "river")
            .with(in("s"))
            .article(id(2), "2026-11-22", null, 1, "flood", "levee")
            .article(id(3), "2026-11-23", null, 1, "flood", "river")
            .with(in("s"))
            .article(id(4), "2026-11-23", null, 1, "levee", "bank")
            .with(in("t"))
            .article(id(5), "2026-11-22", null, 1)
            .with(in("t"));
    assertThat(SmallCorpus.rows(new SimilarArticlesTable(), corpus.findings(spark)))
        .extracting(row -> "%s %d %s".formatted(row.get(0), row.get(1), row.get(2)))
        .containsExactly(
            id(0) + " 1 " + id(2),
            id(1) + " 1 " + id(2),
            id(2) + " 1 " + id(4),
            id(2) + " 2 " + id(1),
            id(3) + " 1 " + id(2),
            id(4) + " 1 " + id(2));
  }
}
