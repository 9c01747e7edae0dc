package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Which sources write about a topic, and how much more than others do. */
final class TopicSourcesTable extends BoundedTable {
  private static final SourceCounts.Cell NONE = new SourceCounts.Cell();

  TopicSourcesTable() {
    super(
        "topic_sources",
        "A topic and one of the 1,000 largest sources that has an article on it or would be expected to. Articles without a URL are a source of their own.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        source STRING COMMENT 'as in articles; null for articles without a URL',
        articles BIGINT NOT NULL COMMENT 'articles of the source whose main topic it is, duplicates too',
        expected DOUBLE NOT NULL COMMENT 'the topic''s articles times the source''s part of all articles with a topic',
        lift DOUBLE NOT NULL COMMENT 'articles / expected: above 1 if the source writes about it more than others do',
        z DOUBLE NOT NULL COMMENT 'articles - expected in standard deviations (adjusted residual, Haberman 1973); 0 where there is one source or one topic only',
        first_published DATE COMMENT 'day of the source''s first article on it; the source with the smallest was first; null if none has a date'
        """,
        "topic_id",
        "source");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"), Fact.distinct("source"));
  }

  @Override
  List<Row> rows(Findings findings) {
    int[] ids = findings.counts().articles().topicIds();
    var sizes = findings.counts().articles().sizes();
    double total = Arrays.stream(sizes.articles()).sum();
    List<Row> rows = new ArrayList<>();
    for (SourceCounts.Source source : findings.counts().sources().largest()) {
      for (int id : ids) {
        var cell = source.topics().getOrDefault(id, NONE);
        double expected = (double) sizes.articles(id) * source.articles() / total;
        if (sizes.articles(id) > 0 && (cell.articles() > 0 || expected >= 1)) {
          double variance =
              expected
                  * ((total - sizes.articles(id)) / total)
                  * ((total - source.articles()) / total);
          rows.add(
              RowFactory.create(
                  id,
                  source.name(),
                  cell.articles(),
                  expected,
                  cell.articles() / expected,
                  variance > 0 ? (cell.articles() - expected) / Math.sqrt(variance) : 0,
                  cell.first()));
        }
      }
    }
    return rows;
  }
}
