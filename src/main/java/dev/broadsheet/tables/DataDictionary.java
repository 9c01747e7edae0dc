package dev.broadsheet.tables;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;

/** The description of all tables for people, made of the same objects that write them. */
final class DataDictionary {
  private DataDictionary() {}

  /** The data dictionary in Markdown. */
  static String markdown() {
    return """
        # Output: where runs land, and what is in them

        This file is made from the tables' own definitions; a test fails when it is stale. Change a table, then
        `mvn -B test -Dtest=TablesTest -Dgolden.update=true`.

        ```
        CURRENT                   one line: the folder in runs/ to read; it moves last, in one step
        runs/<run-id>/
          <table>/*.parquet       one folder a table
          model/                  the fitted MLlib PipelineModel, from a column "text" to topic weights
          manifest.json           written last: status, configuration, input, tables, checks, stages, topics
        ```

        Read `CURRENT` once, then all tables from that folder, which never changes: they belong together. It is
        called by the run's id, with `.2`, `.3` … behind it where the run was made anew under the same id. One without `manifest.json`
        died or is still at work; one whose status is `failed-audit` is kept to be looked at.

        Days are `date`; weights and shares are `double` from 0 to 1. A column marked with * is never null.
        """
        + Tables.all().stream().map(DataDictionary::section).collect(Collectors.joining());
  }

  private static String section(Table table) {
    String key =
        table.order().isEmpty()
            ? "In the order they ran."
            : "One row for each "
                + table.order().stream().map(c -> "`" + c + "`").collect(Collectors.joining(", "))
                + ", and sorted so.";
    return "\n## %s\n\n%s %s\n\n| column | type | meaning |\n|---|---|---|\n%s"
        .formatted(
            table.name(),
            table.description(),
            key,
            Arrays.stream(table.schema().fields())
                .map(DataDictionary::line)
                .collect(Collectors.joining()));
  }

  private static String line(StructField field) {
    return "| %s%s | %s | %s |\n"
        .formatted(
            field.name(),
            field.nullable() ? "" : " *",
            field.dataType().typeName(),
            field.getComment().getOrElse(() -> "").replace("|", "\\|"));
  }
}
