package dev.broadsheet.job;

import dev.broadsheet.job.stages.AuditTables;
import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.RunFolder;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.tables.Expectations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** The folder of a run whose tables are written, to be damaged and audited. */
record WrittenTables(SparkSession spark, RunFolder run, Path folder) {
  /** An empty folder in an output folder. */
  static WrittenTables in(SparkSession spark, Path output) {
    RunStore store = RunStore.at(output.toString());
    try (RunLock lock = store.lock("copy")) {
      RunFolder run = store.begin("copy", lock);
      return new WrittenTables(spark, run, output.resolve("runs/copy"));
    }
  }

  /** A copy of the tables of a run. */
  static WrittenTables copy(SparkSession spark, Path tables, Path output) {
    WrittenTables copy = in(spark, output);
    try {
      FileUtils.copyDirectory(tables.toFile(), copy.folder().toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** Audits all tables. */
  Audit.Report audit(Expectations expected) {
    return new AuditTables(spark, run, expected, expected.records()).run().value();
  }

  /**
   * Replaces a table, in one file.
   *
   * @param sql says what stands there instead of {@code t}, in the order of the rows
   */
  void damage(String table, String sql) {
    damage(spark, folder.resolve(table), sql);
  }

  /** Replaces the table in a folder. */
  static void damage(SparkSession spark, Path path, String sql) {
    Dataset<Row> before = spark.read().parquet(path.toString());
    List<Row> rows = before.collectAsList();
    spark.createDataFrame(rows, before.schema()).createOrReplaceTempView("t");
    Column[] columns = Arrays.stream(before.columns()).map(functions::col).toArray(Column[]::new);
    write(spark.sql(sql).select(columns), path);
  }

  /** Replaces a file of a table. */
  static void replace(Path file, Dataset<Row> rows) {
    Path written = file.resolveSibling("written");
    write(rows, written);
    try {
      Files.deleteIfExists(checksum(file));
      Files.move(files(written).get(0), file, StandardCopyOption.REPLACE_EXISTING);
      FileUtils.deleteDirectory(written.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Dataset<Row> rows, Path path) {
    rows.coalesce(1).write().mode("overwrite").parquet(path.toString());
  }

  /** The Parquet files of a table, by name. */
  List<Path> files(String table) {
    return files(folder.resolve(table));
  }

  /** The Parquet files in a folder, by name. */
  static List<Path> files(Path table) {
    try (Stream<Path> files = Files.list(table)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cuts a file off. */
  static void truncate(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
      Files.deleteIfExists(checksum(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path checksum(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".crc");
  }
}
