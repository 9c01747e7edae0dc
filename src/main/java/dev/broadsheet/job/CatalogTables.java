package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.job.config.Destination;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.stages.Outcome;
import dev.broadsheet.job.stages.Stages;
import dev.broadsheet.runs.Concurrently;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.shuffle.Columns;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.CreateTableWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.NoSuchTableException;
import org.apache.spark.sql.catalyst.analysis.TableAlreadyExistsException;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of published runs as Iceberg or Delta tables, for SQL engines that look for tables in
 * a catalog: each table once, with the rows of all runs and the column {@code run_id}. The rows of
 * one run are replaced in one commit of each table.
 *
 * <p>Neither format commits several tables at once. The table {@code runs} is therefore written
 * last: a run that is in it is whole in all others. {@code CURRENT} stays the authority on which
 * run is published.
 */
final class CatalogTables {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogTables.class);
  private static final String RUN_ID = "run_id";
  private static final String RUNS = "runs";
  private static final String ICEBERG = "org.apache.iceberg.";
  private static final Metadata RUN_ID_COMMENT = comment("The run that the row is of.");
  private static final StructType RUN =
      Columns.of(
          "started string comment 'When the run began, ISO 8601 in UTC.', "
              + "ended string comment 'When it ended; a run that was done again has another time.'");

  private final SparkSession spark;
  private final Destination destination;

  CatalogTables(SparkSession spark, Destination destination) {
    this.spark = spark;
    this.destination = destination;
  }

  /**
   * Makes sure that there is such a catalog, before a night's work; whether it answers shows later.
   *
   * @throws ConfigException if Spark is not configured for it
   */
  void refuseUnknown() {
    String why =
        implementation()
            .map(
                name ->
                    isThere(name)
                        ? ""
                        : "%s is not on the class path. Give it with --packages.".formatted(name))
            .orElse(
                "Spark has no catalog %1$s. Give it with --packages and --conf spark.sql.catalog.%1$s=CLASS."
                    .formatted(destination.catalog()));
    if (!why.isEmpty()) {
      throw new ConfigException(
          List.of("Cannot use --publish-to %s: %s".formatted(destination, why)));
    }
  }

  private Optional<String> implementation() {
    var configured = spark.conf().getOption("spark.sql.catalog." + destination.catalog());
    return configured.isDefined() ? Optional.of(configured.get()) : Optional.empty();
  }

  private static boolean isThere(String className) {
    try {
      Class.forName(className, false, Thread.currentThread().getContextClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /**
   * Writes a run, unless it is there whole. Readers have the run already, so what fails here is no
   * failure of it.
   *
   * @param folder of the run
   * @return why it could not be written; empty if it is there
   */
  Optional<String> attempt(Manifest manifest, String folder, Stages stages) {
    try {
      stages.run("write to catalog", () -> write(manifest, folder));
      return Optional.empty();
    } catch (Exception | LinkageError e) {
      LOG.info("Cannot write to {}", destination, e);
      String message =
          Optional.ofNullable(e.getMessage()).flatMap(m -> m.lines().findFirst()).orElse("");
      return Optional.of(
          JobConfig.withoutUser(e.getClass().getSimpleName() + " " + message)
              .replaceFirst("[. ]+$", ""));
    }
  }

  private Outcome<Void> write(Manifest manifest, String folder) {
    if (isWhole(manifest)) {
      return new Outcome<>(null, 0, "nothing to do");
    }
    if (!destination.isFolder()) {
      spark.sql("CREATE NAMESPACE IF NOT EXISTS " + destination.namespace());
    }
    var run = List.of(RowFactory.create(manifest.started(), manifest.ended()));
    Dataset<Row> whole = spark.createDataFrame(run, RUN);
    if (exists(RUNS)) {
      replace(RUNS, manifest.runId(), whole.limit(0));
    }
    Concurrently.map(Tables.all(), table -> write(table, manifest.runId(), folder));
    write(RUNS, "The runs that are whole in all tables.", manifest.runId(), whole);
    int tables = Tables.all().size();
    return new Outcome<>(null, tables, "%d tables".formatted(tables));
  }

  private boolean isWhole(Manifest manifest) {
    Column same =
        col(RUN_ID)
            .equalTo(manifest.runId())
            .and(col("started").equalTo(manifest.started()))
            .and(col("ended").equalTo(manifest.ended()));
    return exists(RUNS) && !spark.table(destination.table(RUNS)).where(same).isEmpty();
  }

  private boolean exists(String table) {
    return destination.isFolder()
        ? isDelta(new Path(destination.schema().get(0), table))
        : spark.catalog().tableExists(destination.table(table));
  }

  /** Delta itself fails where it is asked for a table that is not there. */
  private boolean isDelta(Path table) {
    try {
      return table
          .getFileSystem(spark.sessionState().newHadoopConf())
          .exists(new Path(table, "_delta_log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Void write(Table table, String runId, String folder) {
    spark.sparkContext().setJobDescription("%s: %s".formatted(destination, table.name()));
    Dataset<Row> rows = spark.read().schema(table.schema()).parquet(folder + "/" + table.name());
    write(table.name(), table.description(), runId, rows);
    return null;
  }

  private void write(String table, String description, String runId, Dataset<Row> rows) {
    if (exists(table)) {
      addColumns(table, rows.schema());
      replace(table, runId, rows);
    } else {
      create(table, description, runId, rows);
    }
  }

  private void create(String table, String description, String runId, Dataset<Row> rows) {
    CreateTableWriter<Row> writer =
        withRunId(rows, runId)
            .writeTo(destination.table(table))
            .partitionedBy(col(RUN_ID))
            .tableProperty("comment", description);
    boolean iceberg = implementation().filter(name -> name.startsWith(ICEBERG)).isPresent();
    try {
      (iceberg ? writer : writer.using("delta")).create();
    } catch (TableAlreadyExistsException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Later versions have more columns; none goes. */
  private void addColumns(String table, StructType schema) {
    String name = destination.table(table);
    List<String> known = Arrays.asList(spark.table(name).columns());
    StructField[] missing =
        Arrays.stream(schema.fields())
            .filter(field -> !known.contains(field.name()))
            .map(field -> new StructField(field.name(), field.dataType(), true, field.metadata()))
            .toArray(StructField[]::new);
    if (missing.length > 0) {
      spark.sql("ALTER TABLE %s ADD COLUMNS (%s)".formatted(name, new StructType(missing).toDDL()));
    }
  }

  private void replace(String table, String runId, Dataset<Row> rows) {
    try {
      withRunId(rows, runId)
          .writeTo(destination.table(table))
          // All rows are of one partition, which Iceberg would send to one task.
          .option("distribution-mode", "none")
          .overwrite(col(RUN_ID).equalTo(runId));
    } catch (NoSuchTableException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static Dataset<Row> withRunId(Dataset<Row> rows, String runId) {
    return rows.select(
        Stream.concat(
                Stream.of(lit(runId).as(RUN_ID, RUN_ID_COMMENT)),
                Arrays.stream(rows.columns()).map(rows::col))
            .toArray(Column[]::new));
  }

  private static Metadata comment(String text) {
    return new MetadataBuilder().putString("comment", text).build();
  }
}
