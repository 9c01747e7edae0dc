package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.InputFiles;
import dev.broadsheet.dates.DateAxis;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.stages.Cache;
import dev.broadsheet.job.stages.Context;
import dev.broadsheet.job.stages.CutBoilerplate;
import dev.broadsheet.job.stages.DateChecks;
import dev.broadsheet.job.stages.FindDuplicates;
import dev.broadsheet.job.stages.ListInputFiles;
import dev.broadsheet.job.stages.Outcome;
import dev.broadsheet.job.stages.ReadArticles;
import dev.broadsheet.job.stages.Records;
import dev.broadsheet.job.stages.RejectedRecords;
import dev.broadsheet.job.stages.StageListener;
import dev.broadsheet.job.stages.Stages;
import dev.broadsheet.runs.Check;
import dev.broadsheet.tables.Quality;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first stages of a run, for their messages only: writes nothing. */
public final class InputCheck {
  private static final int EXAMPLES = 3;
  private static final int LANGUAGES = 5;

  /** What the model takes where no article's language is certain. */
  private static final String MAIN_LANGUAGE = "en";

  /**
   * What a person should see before a run.
   *
   * @param rejected rejected records with examples; empty if there are none
   * @param examples some articles as they were read
   * @param warnings what to look at, though it keeps nothing from being read
   * @param readAs format, fields, dates and so on, each with what was found
   */
  public record Findings(
      String rejected, List<String> examples, List<String> warnings, Map<String, String> readAs) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final long sample;
  private final Clock clock;
  private final StageListener listener;

  /**
   * A check.
   *
   * @param sample about how many records of each format are read; 0 for all
   * @param clock says which days are in the future
   */
  public InputCheck(
      SparkSession spark, JobConfig config, long sample, Clock clock, StageListener listener) {
    this.spark = spark;
    this.config = config;
    this.sample = sample;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * Reads the input and finds its duplicates.
   *
   * @throws dev.broadsheet.articles.input.InputException as {@link NightlyJob#run} does
   */
  public Findings run() {
    try (var stages = new Stages(spark, listener);
        var cache = new Cache()) {
      var context = new Context(spark, config, cache);
      var input = stages.run(new ListInputFiles(context));
      var reading = new ReadArticles(context, input, config.reading().sampling(sample));
      var records = stages.reading(sample > 0 ? 0 : input.bytes(), reading);
      var identified = stages.run(new FindDuplicates(context, records));
      var articles = new CutBoilerplate(context, identified.articles()).uncut();
      ArchiveCounts counts = stages.run("look at articles", () -> counts(articles));
      DateAxis axis = DateAxis.of(counts.days(), LocalDate.now(clock));
      return new Findings(
          records.rejected().isEmpty() ? "" : RejectedRecords.examples(records, Integer.MAX_VALUE),
          examples(articles),
          warnings(records, identified, CommonestTitle.check(articles), axis, counts),
          readAs(input, records, counts));
    }
  }

  private static Outcome<ArchiveCounts> counts(Dataset<Row> articles) {
    var counts = new ArchiveCounts();
    articles
        .groupBy("language", "published")
        .agg(
            count(lit(1)),
            count_if(col("url").isNull()),
            count_if(col("duplicate_of").isNotNull()),
            sum("words"),
            count_if(col("defects").contains("lost_encoding")))
        .collectAsList()
        .forEach(counts::add);
    return new Outcome<>(
        counts,
        counts.languages().size(),
        "%,d languages, %,d days".formatted(counts.languages().size(), counts.days().size()));
  }

  private static List<String> examples(Dataset<Row> articles) {
    return articles
        .orderBy("article_id")
        .limit(EXAMPLES)
        .select(left(col("title"), lit(80)), col("published"), col("url"), col("snippet"))
        .collectAsList()
        .stream()
        .map(
            row ->
                "\"%s\", %s, %s: %s"
                    .formatted(
                        row.getString(0),
                        row.isNullAt(1) ? "no date" : row.getDate(1),
                        row.isNullAt(2) ? "no URL" : row.getString(2),
                        row.getString(3)))
        .toList();
  }

  private List<String> warnings(
      Records records,
      FindDuplicates.Identified identified,
      Check titles,
      DateAxis axis,
      ArchiveCounts counts) {
    return Stream.of(
            records.checks(),
            List.of(
                identified.addresses(),
                titles,
                lostEncodings(records.valid(), counts.lost()),
                otherLanguages(counts)),
            DateChecks.of(axis))
        .flatMap(List::stream)
        .filter(check -> !check.passed())
        .map(Check::said)
        .toList();
  }

  private static Check lostEncodings(long articles, long lost) {
    return Quality.lostEncodings(
        articles,
        lost,
        "%,d articles in which letters are lost; if the files are not UTF-8, say --encoding windows-1252, or whatever it is"
            .formatted(lost));
  }

  private Check otherLanguages(ArchiveCounts counts) {
    Map<String, Long> others =
        config.whitespace() ? new TreeMap<>() : new TreeMap<>(counts.languages());
    String model = config.language().orElseGet(() -> main(counts));
    others.remove(model);
    return Quality.otherLanguages(
        (double) others.values().stream().mapToLong(Long::longValue).sum()
            / Math.max(1, counts.articles()),
        Optional.of(model),
        others);
  }

  private static String main(ArchiveCounts counts) {
    return counts.languages().entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(MAIN_LANGUAGE);
  }

  private Map<String, String> readAs(InputFiles input, Records records, ArchiveCounts counts) {
    var readAs = new LinkedHashMap<String, String>();
    readAs.put("files", formats(input));
    if (sample > 0) {
      readAs.put("sample", "%,d records; the run reads all".formatted(records.total()));
    }
    readAs.put("fields", found(records, ""));
    readAs.put("dates", dates(records, counts));
    readAs.put("addresses", "%,d articles without".formatted(counts.unaddressed()));
    if (!config.whitespace()) {
      readAs.put("languages", languages(counts));
    }
    if (records.valid() > 0) {
      readAs.put("texts", "%,d words on average".formatted(counts.words() / records.valid()));
    }
    readAs.put(
        "articles",
        "%,d, %,d of them duplicates; %,d records rejected%s%s"
            .formatted(
                records.valid(),
                counts.duplicates(),
                records.allRejected(),
                records.leftOut().isEmpty() ? "" : ", " + records.saidOfLeftOut(),
                records.outside() == 0
                    ? ""
                    : ", %,d outside of %s".formatted(records.outside(), config.range())));
    return readAs;
  }

  private static String dates(Records records, ArchiveCounts counts) {
    if (counts.days().isEmpty()) {
      return "none";
    }
    String days =
        "%s to %s, %,d days"
            .formatted(counts.days().firstKey(), counts.days().lastKey(), counts.days().size());
    String undated =
        counts.undated() == 0 ? "" : "; %,d articles without".formatted(counts.undated());
    return "%s%s; %s".formatted(days, undated, found(records, "dates "));
  }

  private static String formats(InputFiles input) {
    return Arrays.stream(ArticleFormat.values())
        .filter(format -> !input.paths(format).isEmpty())
        .map(format -> "%,d %s".formatted(input.paths(format).size(), format.label()))
        .collect(Collectors.joining(", "))
        .concat(input.ignored() == 0 ? "" : "; %,d others ignored".formatted(input.ignored()));
  }

  /** What was found by looking, of fields or of dates. */
  private static String found(Records records, String prefix) {
    Stream<Map.Entry<String, Long>> found =
        records.readAs().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("dates ") == !prefix.isEmpty());
    String said =
        found
            .map(
                entry ->
                    "%s (%,d)"
                        .formatted(entry.getKey().substring(prefix.length()), entry.getValue()))
            .collect(Collectors.joining("; "));
    String plain = prefix.isEmpty() ? "title, date, url, body" : "yyyyMMdd or yyyy-MM-dd";
    return said.isEmpty() ? plain : said;
  }

  private static String languages(ArchiveCounts counts) {
    List<Map.Entry<String, Long>> known =
        counts.languages().entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    Stream<String> named =
        known.stream()
            .limit(LANGUAGES)
            .map(language -> "%s %,d".formatted(language.getKey(), language.getValue()));
    Stream<String> more = known.size() > LANGUAGES ? Stream.of("…") : Stream.of();
    Stream<String> uncertain =
        counts.uncertain() == 0
            ? Stream.of()
            : Stream.of("uncertain %,d, taken for %s".formatted(counts.uncertain(), main(counts)));
    return Stream.of(named, more, uncertain)
        .flatMap(text -> text)
        .collect(Collectors.joining(", "));
  }
}
