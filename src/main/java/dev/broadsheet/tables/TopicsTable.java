package dev.broadsheet.tables;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The topics. */
final class TopicsTable extends ComputedTable {
  TopicsTable() {
    super(
        "topics",
        "A topic.",
        """
        topic_id INT NOT NULL COMMENT '1 is the largest',
        label STRING NOT NULL COMMENT 'the terms that tell it from the others; no two alike',
        articles BIGINT NOT NULL COMMENT 'articles whose main topic it is, duplicates too',
        share DOUBLE NOT NULL COMMENT 'its part of all articles'' weights, 0 to 1',
        npmi DOUBLE COMMENT 'coherence of the ten best terms, -1 to 1; null in this version',
        exclusivity DOUBLE COMMENT 'how much the ten best terms are its own, 0 to 1; null in this version',
        x DOUBLE COMMENT 'place on the map of topics; null in this version',
        y DOUBLE COMMENT 'place on the map of topics; null in this version',
        parent_id INT COMMENT 'group of topics; null in this version',
        first_seen STRING NOT NULL COMMENT 'run_id of the first run that had it',
        junk BOOLEAN COMMENT 'whether it is about nothing; null in this version'
        """,
        Growth.BOUNDED,
        "topic_id");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    List<Row> rows =
        findings.topics().stream()
            .map(
                t ->
                    RowFactory.create(
                        t.id(),
                        t.label(),
                        t.articles(),
                        t.share(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        findings.runId(),
                        null))
            .toList();
    return findings.spark().createDataFrame(rows, schema());
  }
}
