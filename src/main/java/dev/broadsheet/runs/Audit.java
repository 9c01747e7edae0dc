package dev.broadsheet.runs;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Checks the tables as they were written, not as they were meant: each is read back from its
 * Parquet files. What is to hold of every table is checked here; what a table's columns mean, only
 * the tables know, which say what else is to be found in them.
 */
public final class Audit {
  /**
   * A table to check.
   *
   * @param key the columns that sort the rows and name one; with rank among them, those before it
   *     name a group of ranks
   * @param clockReadings columns that differ from run to run of the same, so not part of the hash
   * @param facts what else is to be found in it
   * @param files over how many files its rows are spread, by the hash of the first column of the
   *     key; one without rows need not be there
   */
  public record Subject(
      String name,
      StructType schema,
      List<String> key,
      List<String> clockReadings,
      List<Fact> facts,
      int files)
      implements Serializable {}

  /** What came out: the checks, and an entry for each table. */
  public record Report(List<Check> checks, List<Manifest.TableEntry> tables) {
    /** Whether the run may be published. */
    public boolean passed() {
      return checks.stream().noneMatch(Check::forbidsPublication);
    }
  }

  private Audit() {}

  /**
   * Reads every table of the folder, in one Spark job, and checks it.
   *
   * @param between the checks between tables, of what was found in each by its name
   */
  public static Report of(
      SparkSession spark,
      RunFolder folder,
      List<Subject> subjects,
      Function<Map<String, TableFacts>, List<Check>> between) {
    List<TableFacts> tables = new AuditedFiles(spark, folder).read(subjects);
    var byName = new LinkedHashMap<String, TableFacts>();
    tables.forEach(table -> byName.put(table.name(), table));
    List<Check> checks = new ArrayList<>(ofEvery(tables));
    checks.addAll(between.apply(byName));
    return new Report(checks, tables.stream().map(Audit::entry).toList());
  }

  /**
   * The entry of a small table that is not audited, because it tells of the audit; it is read
   * without a Spark job.
   *
   * @throws RunException if it cannot be read
   */
  public static Manifest.TableEntry describe(
      SparkSession spark, RunFolder folder, Subject subject) {
    TableFacts table = new AuditedFiles(spark, folder).readHere(subject);
    if (!table.unreadable().isEmpty()) {
      throw new RunException(
          "Cannot read the table %s: %s. Run again."
              .formatted(subject.name(), table.unreadable().get(0)));
    }
    return entry(table);
  }

  private static List<Check> ofEvery(List<TableFacts> tables) {
    return List.of(
        check(
            "values_present",
            count(tables, "null where none may be", TableFacts::nulls),
            unreadable(tables)),
        check(
            "rows_unique",
            count(tables, "rows with the key of another", TableFacts::repeated),
            count(tables, "rows not in the order of their keys", TableFacts::unsorted),
            count(tables, "rows in another file than that of their key", TableFacts::astray)),
        check("ranks_dense", count(tables, "groups whose ranks have gaps", TableFacts::sparse)));
  }

  /**
   * Something that is wrong.
   *
   * @param where it is, table by table
   */
  private record Wrong(String what, long count, String where) {}

  private static Wrong count(
      List<TableFacts> tables, String what, ToLongFunction<TableFacts> wrong) {
    return new Wrong(
        what,
        tables.stream().mapToLong(wrong).sum(),
        tables.stream()
            .filter(table -> wrong.applyAsLong(table) > 0)
            .map(table -> table.name() + " " + wrong.applyAsLong(table))
            .collect(Collectors.joining(", ")));
  }

  private static Wrong unreadable(List<TableFacts> tables) {
    List<String> files =
        tables.stream()
            .flatMap(table -> table.unreadable().stream().map(why -> table.name() + " " + why))
            .toList();
    return new Wrong("files that cannot be read", files.size(), String.join(", ", files));
  }

  private static Check check(String name, Wrong... wrongs) {
    long total = Arrays.stream(wrongs).mapToLong(Wrong::count).sum();
    String detail =
        total == 0
            ? "no " + wrongs[0].what()
            : Arrays.stream(wrongs)
                .filter(wrong -> wrong.count() > 0)
                .map(wrong -> wrong.what() + ": " + wrong.where())
                .collect(Collectors.joining("; "));
    return Check.error(name, total, 0, detail);
  }

  private static Manifest.TableEntry entry(TableFacts table) {
    return new Manifest.TableEntry(
        table.name(),
        table.rows(),
        table.bytes(),
        table.hash(),
        Arrays.stream(table.subject().schema().fields())
            .map(f -> new Manifest.Column(f.name(), f.dataType().sql().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
