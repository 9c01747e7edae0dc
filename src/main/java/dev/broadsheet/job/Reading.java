package dev.broadsheet.job;

import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.DateOrders;
import dev.broadsheet.articles.InputException;
import dev.broadsheet.articles.InputFiles;
import dev.broadsheet.articles.ReadOptions;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.shuffle.Columns;
import dev.broadsheet.shuffle.Rows;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** From files to articles: the first stages of the job, and all of {@code check}. */
final class Reading {
  /** So many of the things found by looking are in the log; the manifest has all. */
  private static final int READ_AS_TOLD = 4;

  private static final StructType REJECTED =
      Columns.of(
          "input_file string, record bigint, reason string, detail string, raw string,"
              + " published date, source string");
  private static final int PUBLISHED = ArticleReader.SCHEMA.fieldIndex("published");
  private static final int REASON = ArticleReader.SCHEMA.fieldIndex("reason");
  private static final int INSIDE = ArticleReader.SCHEMA.size();
  private static final StructType SCHEMA =
      ArticleReader.SCHEMA.add("inside", DataTypes.BooleanType, false);

  /**
   * The records of the input.
   *
   * @param rows cached; what {@link ArticleReader#records} returns, with inside: whether the
   *     article is within {@code --from} and {@code --to}
   * @param characters of the bodies of those that are valid
   * @param rejected how many for each reason
   * @param readAs what was found by looking, with the number of records
   * @param checks what is remarkable about the articles
   */
  record Records(
      JavaRDD<Row> rows,
      long valid,
      long characters,
      long outside,
      Map<String, Long> rejected,
      Map<String, Long> readAs,
      List<Check> checks) {
    long total() {
      return valid + outside + allRejected();
    }

    long allRejected() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What is no article, with the columns of {@link #REJECTED}. */
    JavaRDD<Row> rejectedRows() {
      return rows.filter(row -> !row.isNullAt(REASON)).map(Reading::rejected);
    }

    JavaRDD<Row> validRows() {
      return rows.filter(row -> row.isNullAt(REASON) && row.getBoolean(INSIDE));
    }
  }

  private final SparkSession spark;
  private final JobConfig config;
  private final Cache cache;

  Reading(SparkSession spark, JobConfig config, Cache cache) {
    this.spark = spark;
    this.config = config;
    this.cache = cache;
  }

  Stages.Outcome<InputFiles> list() {
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    InputFiles input =
        InputFiles.list(config.input(), config.format(), hadoop)
            .outside(RunStore.runsIn(config.output()), hadoop);
    ExecutionPlan.of(input.bytes(), spark.sparkContext().defaultParallelism()).applyTo(spark);
    String ignored = input.ignored() == 0 ? "" : ", " + input.ignored() + " others ignored";
    return new Stages.Outcome<>(
        input,
        input.files().size(),
        "%,d files, %,.1f MB%s".formatted(input.files().size(), input.bytes() / 1e6, ignored));
  }

  Stages.Outcome<Records> read(InputFiles input) {
    try {
      return read(input, config.reading());
    } finally {
      // Whatever came out of files that changed, or did not: this is why.
      input.refuseChanged(
          config.input(), config.format(), spark.sparkContext().hadoopConfiguration());
    }
  }

  /**
   * Reads otherwise than the configuration says; a second time where the first tells in which order
   * day and month stand.
   */
  Stages.Outcome<Records> read(InputFiles input, ReadOptions options) {
    LocalDate from = config.from().orElse(LocalDate.MIN);
    LocalDate to = config.to().orElse(LocalDate.MAX);
    boolean all = config.from().isEmpty() && config.to().isEmpty();
    JavaRDD<Row> rows =
        cache.keep(
            ArticleReader.records(spark, input, options)
                .map(row -> with(row, all || isWithin(row, from, to))),
            SCHEMA);
    RecordCounts counts = rows.aggregate(new RecordCounts(), RecordCounts::add, RecordCounts::add);
    Optional<ReadOptions> ordered =
        DateOrders.settled(dates(rows), counts.dateForms()).flatMap(options::inOrder);
    if (ordered.isPresent()) {
      cache.release(rows);
      return read(input, ordered.get());
    }
    Records records = counts.records(rows);
    refuseTooManyRejected(records);
    refuseNothing(records);
    return new Stages.Outcome<>(
        records,
        records.total(),
        "%,d records%s%s%s"
            .formatted(records.total(), reasons(records), outside(records), readAs(records)));
  }

  private static boolean isWithin(Row row, LocalDate from, LocalDate to) {
    if (row.isNullAt(PUBLISHED)) {
      return false;
    }
    LocalDate day = row.getDate(PUBLISHED).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static Row rejected(Row row) {
    Object[] values = Arrays.stream(REJECTED.fieldNames()).map(row::<Object>getAs).toArray();
    return new GenericRowWithSchema(values, REJECTED);
  }

  private static Row with(Row row, boolean inside) {
    Object[] values = new Object[SCHEMA.size()];
    for (int i = 0; i < row.size(); i++) {
      values[i] = row.get(i);
    }
    values[INSIDE] = inside;
    return RowFactory.create(values);
  }

  private Dataset<Row> dates(JavaRDD<Row> rows) {
    return Rows.dataset(
        spark,
        rows.map(
            row ->
                RowFactory.create(
                    row.getAs("input_file"), row.getAs("source"), row.getAs("date_form"))),
        Columns.of("input_file string, source string, date_form string"));
  }

  private static String reasons(Records records) {
    if (records.rejected().isEmpty()) {
      return "";
    }
    return records.rejected().entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(reason -> "%s %,d".formatted(reason.getKey(), reason.getValue()))
        .collect(
            Collectors.joining(", ", ", %,d rejected (".formatted(records.allRejected()), ")"));
  }

  private static String outside(Records records) {
    return records.outside() == 0 ? "" : ", %,d outside of the dates".formatted(records.outside());
  }

  private static String readAs(Records records) {
    return records.readAs().isEmpty()
        ? ""
        : records.readAs().entrySet().stream()
            .limit(READ_AS_TOLD)
            .map(found -> "%s: %,d".formatted(found.getKey(), found.getValue()))
            .collect(Collectors.joining("; ", "; read as ", ""));
  }

  private void refuseTooManyRejected(Records records) {
    if (records.allRejected() > config.maxBadRatio() * records.total()) {
      throw new InputException(
          "Cannot trust the input: %,d of %,d records are rejected, more than --max-bad-ratio %s allows.%nRepair the input or raise --max-bad-ratio. The commonest reasons:%n%s%s"
              .formatted(
                  records.allRejected(),
                  records.total(),
                  config.maxBadRatio(),
                  RejectedRecords.examples(records, 3),
                  RejectedRecords.advice(records)));
    }
  }

  private void refuseNothing(Records records) {
    if (records.valid() > 0) {
      return;
    }
    throw new InputException(
        records.outside() > 0
            ? "Cannot find articles: none of %,d is from %s. Change --from or --to."
                .formatted(records.outside(), config.range())
            : "Cannot find articles in %s: the files have no records. Check the files and --format."
                .formatted(String.join(", ", config.input())));
  }
}
