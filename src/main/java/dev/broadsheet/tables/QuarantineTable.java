package dev.broadsheet.tables;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Every record that is no article, and why. */
final class QuarantineTable extends DistributedTable {
  QuarantineTable() {
    super(
        "quarantine",
        "A record that was read and is no article.",
        """
        input_file STRING NOT NULL COMMENT 'file that the record was read from',
        record BIGINT NOT NULL COMMENT 'line of a JSON file, row of a CSV or Parquet file, 1 for a text file',
        reason STRING NOT NULL COMMENT 'empty_file, missing_title, missing_body, bad_date, bad_encoding, too_large or bad_record',
        detail STRING NOT NULL COMMENT 'what exactly is wrong',
        raw STRING NOT NULL COMMENT 'the record, at most 1,000 characters'
        """,
        Growth.ARTICLES,
        "input_file",
        "record");
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return findings
        .corpus()
        .rejected()
        .map(row -> RowFactory.create(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
  }
}
