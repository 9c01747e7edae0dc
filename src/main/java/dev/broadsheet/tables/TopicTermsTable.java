package dev.broadsheet.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The terms of each topic. */
final class TopicTermsTable extends BoundedTable {
  TopicTermsTable() {
    super(
        "topic_terms",
        "One of the 50 best terms of a topic.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        rank INT NOT NULL COMMENT '1 is the best: weight in the topic, association with its articles, and coherence with the better ones',
        term STRING NOT NULL COMMENT 'as in terms',
        probability DOUBLE NOT NULL COMMENT 'p(term | topic)',
        lift DOUBLE NOT NULL COMMENT 'p(term | topic) / p(term): how many times likelier than in the whole corpus'
        """,
        "topic_id",
        "rank");
  }

  @Override
  List<Row> rows(Findings findings) {
    return findings.model().topics().stream()
        .flatMap(
            topic ->
                topic.terms().stream()
                    .map(
                        t ->
                            RowFactory.create(
                                topic.id(), t.rank(), t.term(), t.probability(), t.lift())))
        .toList();
  }
}
