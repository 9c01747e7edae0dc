package dev.broadsheet.tables;

/** The checks of the audit. */
final class ChecksTable extends Table {
  ChecksTable() {
    super(
        "checks",
        "A check of the audit over the other tables.",
        """
        check STRING NOT NULL COMMENT 'what was checked',
        level STRING NOT NULL COMMENT 'error: the run is not published; warning: look at it',
        value DOUBLE NOT NULL COMMENT 'what was found',
        limit DOUBLE NOT NULL COMMENT 'the most that passes',
        passed BOOLEAN NOT NULL COMMENT 'value is at most limit',
        detail STRING NOT NULL COMMENT 'in words'
        """,
        Growth.BOUNDED,
        "check");
  }
}
