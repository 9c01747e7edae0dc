package dev.broadsheet.job.stages;

import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.dates.DateOrders;
import dev.broadsheet.shuffle.Columns;
import dev.broadsheet.shuffle.Rows;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From files to records, which are articles or say why they are none.
 *
 * @param options how they are read
 */
public record ReadArticles(Context context, InputFiles input, ReadOptions options)
    implements Stage<Records> {
  /** So many of the things found by looking are in the log; the manifest has all. */
  private static final int READ_AS_TOLD = 4;

  private static final int PUBLISHED = ArticleReader.SCHEMA.fieldIndex("published");
  private static final StructType SCHEMA =
      ArticleReader.SCHEMA.add("inside", DataTypes.BooleanType, false);

  @Override
  public Outcome<Records> run() {
    try {
      return read(options);
    } finally {
      // Whatever came out of files that changed, or did not: this is why.
      if (options.sample() == 0) {
        refuseChanged();
      }
    }
  }

  private void refuseChanged() {
    input.refuseChanged(
        context.config().input(),
        context.config().format(),
        context.spark().sparkContext().hadoopConfiguration());
  }

  /** Reads a second time where the first tells in which order day and month stand. */
  private Outcome<Records> read(ReadOptions options) {
    LocalDate from = context.config().from().orElse(LocalDate.MIN);
    LocalDate to = context.config().to().orElse(LocalDate.MAX);
    boolean all = context.config().from().isEmpty() && context.config().to().isEmpty();
    JavaRDD<Row> rows =
        context
            .cache()
            .keep(
                ArticleReader.records(context.spark(), input, options)
                    .map(row -> with(row, all || isWithin(row, from, to))),
                SCHEMA);
    RecordCounts counts = rows.aggregate(new RecordCounts(), RecordCounts::add, RecordCounts::add);
    Optional<ReadOptions> ordered =
        DateOrders.settled(dates(rows), counts.dateForms()).flatMap(options::inOrder);
    if (ordered.isPresent()) {
      context.cache().release(rows);
      return read(ordered.get());
    }
    Records records = counts.records(rows);
    refuseTooManyRejected(records);
    refuseNothing(records);
    return new Outcome<>(
        records,
        records.total(),
        "%,d records%s%s%s%s"
            .formatted(
                records.total(),
                reasons(records),
                leftOut(records),
                outside(records),
                readAs(records)));
  }

  private static boolean isWithin(Row row, LocalDate from, LocalDate to) {
    if (row.isNullAt(PUBLISHED)) {
      return false;
    }
    LocalDate day = row.getDate(PUBLISHED).toLocalDate();
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static Row with(Row row, boolean inside) {
    Object[] values = new Object[SCHEMA.size()];
    for (int i = 0; i < row.size(); i++) {
      values[i] = row.get(i);
    }
    values[Records.INSIDE] = inside;
    return RowFactory.create(values);
  }

  private Dataset<Row> dates(JavaRDD<Row> rows) {
    return Rows.dataset(
        context.spark(),
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

  private static String leftOut(Records records) {
    return records.leftOut().isEmpty() ? "" : ", " + records.saidOfLeftOut();
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
    if (records.allRejected() > context.config().maxBadRatio() * records.judged()) {
      throw new InputException(
          "Cannot trust the input: %,d of %,d records are rejected, more than --max-bad-ratio %s allows.%nRepair the input or raise --max-bad-ratio. The commonest reasons:%n%s%s"
              .formatted(
                  records.allRejected(),
                  records.judged(),
                  context.config().maxBadRatio(),
                  RejectedRecords.examples(records, 3),
                  RejectedRecords.advice(records)));
    }
  }

  private static String why(Records records) {
    return records.leftOut().isEmpty()
        ? "the files have no records"
        : "none of %,d records is a published article, %s"
            .formatted(records.total(), records.saidOfLeftOut());
  }

  private void refuseNothing(Records records) {
    if (records.valid() > 0) {
      return;
    }
    throw new InputException(
        records.outside() > 0
            ? "Cannot find articles: none of %,d is from %s. Change --from or --to."
                .formatted(records.outside(), context.config().range())
            : "Cannot find articles in %s: %s. Check the files and --format."
                .formatted(String.join(", ", context.config().input()), why(records)));
  }
}
