package dev.broadsheet.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;

import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.DateOrders;
import dev.broadsheet.articles.InputException;
import dev.broadsheet.articles.InputFiles;
import dev.broadsheet.articles.ReadOptions;
import dev.broadsheet.runs.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/** From files to articles: the first stages of the job, and all of {@code check}. */
final class Reading {
  /** So many of the things found by looking are in the log; the manifest has all. */
  private static final int READ_AS_TOLD = 4;

  /**
   * The records of the input.
   *
   * @param rows cached; what {@link ArticleReader#read} returns, with inside: whether the article
   *     is within {@code --from} and {@code --to}
   * @param rejected how many for each reason
   * @param readAs what was found by looking, with the number of records
   * @param checks what is remarkable about the articles
   */
  record Records(
      Dataset<Row> rows,
      long valid,
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

    Dataset<Row> rejectedRows() {
      return rows.where(col("reason").isNotNull());
    }

    Dataset<Row> validRows() {
      return rows.where(col("reason").isNull().and(col("inside")))
          .drop("reason", "detail", "raw", "inside", "read_as", "date_form", "lost_url");
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
    InputFiles input =
        InputFiles.list(
            config.input(), config.format(), spark.sparkContext().hadoopConfiguration());
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
    Dataset<Row> rows =
        cache.keep(ArticleReader.read(spark, input, options).withColumn("inside", inside()));
    var counts = new RecordCounts();
    rows.groupBy("reason", "inside", "read_as", "date_form")
        .agg(count(lit(1)), count("lost_url"), min("lost_url"))
        .collectAsList()
        .forEach(counts::add);
    Optional<ReadOptions> ordered =
        DateOrders.settled(rows, counts.dateForms()).flatMap(options::inOrder);
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

  private Column inside() {
    Column day = col("published");
    Column from = config.from().map(date -> day.geq(lit(date))).orElse(lit(true));
    Column to = config.to().map(date -> day.leq(lit(date))).orElse(lit(true));
    return coalesce(from.and(to), lit(false));
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
                  examples(records, 3),
                  advice(records)));
    }
  }

  /** What may be done about the commonest reason. */
  private static String advice(Records records) {
    String commonest =
        records.rejected().entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    String advice =
        switch (commonest) {
          case "bad_encoding" ->
              "Files that are not UTF-8 are read with --encoding windows-1252 (Western Europe), windows-1250 (Central Europe), windows-1251 (Cyrillic), windows-1254 (Turkish), gb18030 (Chinese), Shift_JIS (Japanese), or whatever it is.";
          case "bad_date" ->
              "How dates are written is said with --date-format dd/MM/yyyy, or whatever it is; without dates articles are read with --columns date=-.";
          case "missing_body" ->
              "Where another field is the body, or there are titles only: --columns body=NAME, --columns body=title.";
          default -> "";
        };
    return advice.isEmpty() ? "" : "%n%s".formatted(advice);
  }

  /** The commonest reasons, with up to three records of each. */
  static String examples(Records records, int reasons) {
    List<String> commonest =
        records.rejected().entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(reasons)
            .map(Map.Entry::getKey)
            .toList();
    Map<String, List<Row>> rows =
        records
            .rejectedRows()
            .where(col("reason").isInCollection(commonest))
            .withColumn(
                "n",
                row_number().over(Window.partitionBy("reason").orderBy("input_file", "record")))
            .where(col("n").leq(3))
            .orderBy("n")
            .select("reason", "input_file", "record", "detail")
            .collectAsList()
            .stream()
            .collect(Collectors.groupingBy(row -> row.getString(0)));
    return commonest.stream()
        .map(
            reason ->
                "  %s: %,d%n".formatted(reason, records.rejected().get(reason))
                    + described(rows.get(reason)))
        .collect(Collectors.joining("\n"));
  }

  /** A line for each record; what is wrong with several is said once. */
  private static String described(List<Row> rejected) {
    var told = new HashSet<String>();
    return rejected.stream()
        .map(
            row ->
                "    %s, record %d: %s"
                    .formatted(
                        row.getString(1),
                        row.getLong(2),
                        told.add(row.getString(3)) ? row.getString(3) : "the same"))
        .collect(Collectors.joining("\n"));
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
