package dev.broadsheet.tables;

import dev.broadsheet.topics.description.TopicContinuity.Link;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What became of the topics of the run before. */
final class TopicLineageTable extends BoundedTable {
  TopicLineageTable() {
    super(
        "topic_lineage",
        "Where a topic came from, or what became of one that the run before had.",
        """
        topic_id INT COMMENT 'a topic of this run; null for one that is gone',
        previous_id INT COMMENT 'a topic of the run before: topic_id itself if kept, where it came out of if split, what went into it if merged; null for a new one',
        similarity DOUBLE COMMENT 'cosine of the two topics'' term weights, 0.5 to 1; null for a topic that is new or gone',
        status STRING NOT NULL COMMENT 'of topic_id: new, kept or split; of previous_id: merged (went into topic_id) or gone'
        """,
        "topic_id",
        "previous_id");
  }

  @Override
  List<Row> rows(Findings findings) {
    return findings.model().lineage().stream().map(TopicLineageTable::row).toList();
  }

  private static Row row(Link link) {
    Double similarity = link.similarity().isPresent() ? link.similarity().getAsDouble() : null;
    return RowFactory.create(
        nullable(link.topicId()), nullable(link.previousId()), similarity, link.status().label());
  }

  private static Integer nullable(OptionalInt id) {
    return id.isPresent() ? id.getAsInt() : null;
  }
}
