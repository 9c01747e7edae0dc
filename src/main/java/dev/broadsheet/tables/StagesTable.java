package dev.broadsheet.tables;

import java.util.List;

/** The stages of the run. */
final class StagesTable extends Table {
  StagesTable() {
    super(
        "stages",
        "A stage of the run, in order, up to the audit.",
        """
        stage STRING NOT NULL COMMENT 'as shown while the job runs and in Spark''s UI',
        seconds DOUBLE NOT NULL COMMENT 'wall clock',
        rows BIGINT NOT NULL COMMENT 'what the stage counts: records, articles, terms, topics, rows'
        """,
        Growth.BOUNDED);
  }

  @Override
  public List<String> clockReadings() {
    return List.of("seconds");
  }
}
