package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class StoriesTableTest {
  private static Findings findings(SparkSession spark) {
    Dataset<Row> articles =
        spark.sql(
            """
            select article_id, upper(article_id) title, null url, source, date(published) published,
              'text' snippet, duplicate_of
            from values
              ('a', 'x.example', '2022-01-03', null), ('b', 'y.example', '2022-01-02', null),
              ('c', 'y.example', '2022-01-09', 'b'), ('d', 'x.example', null, null),
              ('e', null, null, null), ('f', null, null, 'e'), ('g', 'x.example', null, null)
              as t(article_id, source, published, duplicate_of)""");
    Dataset<Row> stories =
        spark.sql(
            """
            select * from values
              ('a', 'b', 0.5D, false), ('b', 'b', 1D, true), ('c', 'b', 1D, false),
              ('d', 'b', 0.25D, false), ('e', 'e', 1D, true), ('f', 'e', 1D, false)
              as t(article_id, story_id, similarity, is_first)""");
    Dataset<Row> topics =
        spark.sql(
            """
            select * from values
              ('a', 7, 1, 0.6D), ('a', 3, 2, 0.4D), ('b', 3, 1, 1D), ('c', 3, 1, 1D), ('d', 7, 1, 0.9D),
              ('g', 7, 1, 0.1D)
              as t(article_id, topic_id, rank, weight)""");
    return new SomeFindings(spark).articles(articles).articleTopics(topics).stories(stories).all();
  }

  private static List<String> rows(ComputedTable table, SparkSession spark) {
    String[] columns = table.schema().fieldNames();
    return table
        .rows(findings(spark))
        .select(columns[0], java.util.Arrays.copyOfRange(columns, 1, columns.length))
        .orderBy(columns[0], columns[1])
        .collectAsList()
        .stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void aStoryHasTheTitleOfItsFirstArticleAndTheTopicOfMostTheSmallestOfEquals(SparkSession spark) {
    assertThat(rows(new StoriesTable(), spark))
        .containsExactly("[b,B,4,2,2022-01-02,2022-01-09,3]", "[e,E,2,0,null,null,null]");
  }

  @Test
  void storyArticlesSayWhoWasFirst(SparkSession spark) {
    assertThat(rows(new StoryArticlesTable(), spark))
        .containsExactly(
            "[b,a,2022-01-03,x.example,0.5,false]",
            "[b,b,2022-01-02,y.example,1.0,true]",
            "[b,c,2022-01-09,y.example,1.0,false]",
            "[b,d,null,x.example,0.25,false]",
            "[e,e,null,null,1.0,true]",
            "[e,f,null,null,1.0,false]");
  }

  @Test
  void ofAStoryATopicShowsTheMostTypicalArticle(SparkSession spark) {
    assertThat(rows(new TopicArticlesTable(), spark).stream().map(row -> row.substring(0, 6)))
        .containsExactly("[3,1,b", "[7,1,d", "[7,2,g");
  }
}
