package dev.broadsheet.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Which topics are like which. */
final class TopicLinksTable extends BoundedTable {
  TopicLinksTable() {
    super(
        "topic_links",
        "One of the five topics that are most like a topic.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        other_id INT NOT NULL COMMENT 'the other topic',
        similarity DOUBLE NOT NULL COMMENT '1 - the Jensen-Shannon distance of their p(term | topic), 0 to 1'
        """,
        "topic_id",
        "other_id");
  }

  @Override
  List<Row> rows(Findings findings) {
    return findings.model().links().stream()
        .map(link -> RowFactory.create(link.topicId(), link.otherId(), link.similarity()))
        .toList();
  }
}
