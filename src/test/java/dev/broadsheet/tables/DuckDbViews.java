package dev.broadsheet.tables;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;

/** {@code output/views.sql}: the tables as views of DuckDB, made of the same objects. */
final class DuckDbViews {
  private DuckDbViews() {}

  static String sql() {
    return """
        -- The tables of the current run as views of DuckDB, with their comments. This file is made from the tables'
        -- own definitions; a test fails when it is stale.
        --
        --   duckdb -init output/views.sql
        --   duckdb -cmd "SET VARIABLE broadsheet_output = '/data/broadsheet'" -cmd ".read output/views.sql"
        --
        -- The two variables are of a session, and so is the run: all views read the one that was current when this
        -- file was read. A database that keeps the views needs the variables anew in each session.

        SET VARIABLE broadsheet_output = coalesce(getvariable('broadsheet_output'), 'output');
        SET VARIABLE broadsheet_run = (
          SELECT getvariable('broadsheet_output') || '/runs/' || trim(content, E' \\r\\n')
          FROM read_text(getvariable('broadsheet_output') || '/CURRENT'));
        """
        + Tables.all().stream().map(DuckDbViews::view).collect(Collectors.joining());
  }

  private static String view(Table table) {
    String columns =
        Arrays.stream(table.schema().fields())
            .map(field -> "  " + identifier(field.name()))
            .collect(Collectors.joining(",\n"));
    return """

        CREATE OR REPLACE VIEW %s AS SELECT
        %s
        FROM read_parquet(getvariable('broadsheet_run') || '/%s/*.parquet');
        COMMENT ON VIEW %s IS %s;
        %s"""
        .formatted(
            identifier(table.name()),
            columns,
            table.name(),
            identifier(table.name()),
            literal(table.description()),
            Arrays.stream(table.schema().fields())
                .map(field -> comment(table, field))
                .collect(Collectors.joining()));
  }

  private static String comment(Table table, StructField field) {
    return "COMMENT ON COLUMN %s.%s IS %s;\n"
        .formatted(
            identifier(table.name()),
            identifier(field.name()),
            literal(field.getComment().getOrElse(() -> "")));
  }

  private static String identifier(String name) {
    return '"' + name + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
