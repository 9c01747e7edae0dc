package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Who printed a story, and who was first. */
final class StoryArticlesTable extends DistributedTable {
  StoryArticlesTable() {
    super(
        "story_articles",
        "An article of a story. Duplicates are in the story of their original.",
        """
        story_id STRING NOT NULL COMMENT 'the story',
        article_id STRING NOT NULL COMMENT 'an article, in this story only; a roundup of several texts is with the one that it has most in common with',
        published DATE COMMENT 'as in articles',
        source STRING COMMENT 'as in articles',
        similarity DOUBLE NOT NULL COMMENT 'runs of three words that it shares with the first article, of all that the two have, without what the source repeats, 0 to 1; a duplicate has its original''s',
        is_first BOOLEAN NOT NULL COMMENT 'whether it is the original that was published first; of one day, the smallest article_id'
        """,
        Growth.ARTICLES,
        "story_id",
        "article_id");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.count("first", row -> row.is("is_first")));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return findings
        .articles()
        .filter(article -> article.story().isPresent())
        .map(
            a -> {
              Article.Story story = a.story().orElseThrow();
              return RowFactory.create(
                  story.id(),
                  a.id(),
                  a.published(),
                  a.source(),
                  story.similarity(),
                  story.isFirst());
            });
  }
}
