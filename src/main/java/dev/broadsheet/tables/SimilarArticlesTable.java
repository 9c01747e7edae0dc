package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.topics.NearestArticles;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What else to read. */
final class SimilarArticlesTable extends ComputedTable {
  SimilarArticlesTable() {
    super(
        "similar_articles",
        "One of the five articles that are most like an article, of different stories, none of them its own. Articles of one story have the rows of its first.",
        """
        article_id STRING NOT NULL COMMENT 'an original article in the language of the model',
        rank INT NOT NULL COMMENT '1 is the most similar',
        other_id STRING NOT NULL COMMENT 'the other article, the first of its story',
        similarity DOUBLE NOT NULL COMMENT 'cosine of the two articles'' tfidf, 0 to 1; below about 0.2 they may have little more than a word in common'
        """,
        Growth.ARTICLES,
        "article_id",
        "rank");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(
        Fact.count("selves", row -> row.text("article_id").equals(row.text("other_id"))));
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> stories =
        findings
            .stories()
            .join(findings.articles().select("article_id", "published"), "article_id")
            .select("story_id", "article_id", "published");
    return NearestArticles.of(findings.vectors(), stories)
        .withColumn("similarity", least(col("similarity"), lit(1.0)));
  }
}
