package dev.broadsheet.job.config;

import dev.broadsheet.articles.cleaning.Html;
import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.Dates;
import dev.broadsheet.dates.Period;
import dev.broadsheet.runs.RunId;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.topics.TopicAlgorithm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Reads the values of {@link JobConfig} from command line and file, and collects what is wrong. */
final class ConfigReader {
  private static final Pattern MASTER =
      Pattern.compile("local(-cluster)?(\\[.+])?|yarn|(spark|k8s)://.+");

  /** Dates in all forms, and those of which the end is the wrong way round. */
  private static final Dates DAY_BEFORE_MONTH = Dates.of(List.of("yyyy-dd-MM"), ZoneOffset.UTC);

  private final ConfigValues values;

  ConfigReader(Map<Option, List<String>> flags, Map<String, String> file, List<String> problems) {
    values = new ConfigValues(flags, file, problems);
  }

  JobConfig read() {
    Optional<LocalDate> from = date(Option.FROM);
    Optional<LocalDate> to = date(Option.TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      values
          .problems()
          .add(
              "Cannot use --from %s: it is after --to %s. Swap them."
                  .formatted(from.get(), to.get()));
    }
    boolean whitespace =
        values
            .choice(Option.ANALYZER, List.of("standard", ArticleAnalyzer.WHITESPACE))
            .equals(ArticleAnalyzer.WHITESPACE);
    String algorithm =
        values.choice(
            Option.ALGORITHM,
            Arrays.stream(TopicAlgorithm.values()).map(TopicAlgorithm::label).toList());
    OptionalInt topics =
        values.value(Option.TOPICS).equals("auto")
            ? OptionalInt.empty()
            : values.wholeNumber(Option.TOPICS, 1, 10_000);
    OptionalInt minDf = values.wholeNumber(Option.MIN_DF, 1, Integer.MAX_VALUE);
    var config =
        new JobConfig(
            input(),
            values.value(Option.OUTPUT),
            from,
            to,
            format(),
            reading(whitespace ? Html.KEEP : html()),
            values.read(
                Option.LANGUAGE,
                code -> ConfigValues.matching(code, c -> c.matches("[a-z]{2,3}")),
                "a language (ISO 639-1, such as en)"),
            whitespace,
            TopicAlgorithm.ofLabel(algorithm).orElse(TopicAlgorithm.NMF),
            topics,
            values.wholeNumber(Option.VOCABULARY, 1, 10_000_000).orElse(1),
            values.isDefault(Option.MIN_DF) ? OptionalInt.empty() : minDf,
            values.part(Option.MAX_DF),
            values.read(Option.SEED, Long::parseLong, "a whole number").orElse(0L),
            values.read(
                Option.RUN_ID,
                id -> ConfigValues.matching(id, RunId::is),
                "a run id (letters, digits, dots, dashes and underscores)"),
            values.part(Option.MAX_BAD_RATIO),
            values.flag(Option.CONTINUE_TOPICS),
            Period.ofLabel(values.choice(Option.PERIOD, List.of("auto", "day", "week", "month"))),
            values.read(
                Option.COMPARE,
                DateContrast::parse,
                "two ranges of days without a common one (2026-01-01..2026-01-31:2026-02-01..2026-02-28)"),
            values.wholeNumber(Option.KEEP, 1, Integer.MAX_VALUE),
            values.read(
                Option.METRICS_FILE,
                file -> ConfigValues.matching(file, f -> !f.endsWith("/")),
                "a file"),
            values.read(
                Option.PUBLISH_TO,
                Destination::parse,
                "CATALOG.SCHEMA, or delta.FOLDER with the whole path"),
            values.flag(Option.FORCE),
            values
                .read(
                    Option.MASTER,
                    url -> ConfigValues.matching(url, MASTER.asMatchPredicate()),
                    "a Spark master (local[*], yarn, spark://host:7077 …)")
                .orElse(""),
            values.published());
    if (!values.problems().isEmpty()) {
      throw new ConfigException(values.problems());
    }
    return config;
  }

  private List<String> input() {
    List<String> paths = values.list(Option.INPUT);
    if (paths.isEmpty()) {
      values
          .problems()
          .add("Cannot read articles: there is no --input. Name files, folders or globs.");
    }
    return paths;
  }

  private Html html() {
    List<String> labels = Arrays.stream(Html.values()).map(Html::label).toList();
    return Html.ofLabel(values.choice(Option.HTML, labels)).orElse(Html.SHOWN);
  }

  private ReadOptions reading(Html html) {
    Fields columns =
        values
            .readAll(
                Option.COLUMNS,
                names ->
                    Fields.parse(names.stream().flatMap(v -> Arrays.stream(v.split(","))).toList()),
                "title=NAME,body=NAME and, if there are any, date=NAME and url=NAME")
            .orElse(Fields.UNNAMED);
    ZoneId zone =
        values
            .read(Option.TIME_ZONE, ZoneId::of, "a time zone (Europe/Paris, UTC, +02:00)")
            .orElse(ZoneOffset.UTC);
    Dates dates =
        values
            .readAll(
                Option.DATE_FORMAT,
                patterns -> Dates.of(patterns, zone),
                "a pattern of dates (dd/MM/yyyy)")
            .orElse(Dates.of(List.of(), zone));
    Charset encoding =
        values
            .read(
                Option.ENCODING,
                name -> Charset.forName(name),
                "an encoding (UTF-8, windows-1252, UTF-16)")
            .orElse(StandardCharsets.UTF_8);
    return new ReadOptions(
        values.wholeNumber(Option.MAX_ARTICLE_BYTES, 1, 1 << 30).orElse(1),
        columns,
        values.value(Option.RECORDS),
        dates,
        encoding.equals(StandardCharsets.UTF_8) ? "" : encoding.name(),
        html,
        0);
  }

  /** A day in the one form that is never mistaken; what another form may mean is asked. */
  private Optional<LocalDate> date(Option option) {
    String meant =
        DAY_BEFORE_MONTH
            .read(values.value(option))
            .day()
            .map(", but perhaps %s is meant"::formatted)
            .orElse("");
    return values.read(option, LocalDate::parse, "a date (yyyy-MM-dd)" + meant);
  }

  private Optional<ArticleFormat> format() {
    if (values.value(Option.FORMAT).isEmpty()) {
      return Optional.empty();
    }
    return ArticleFormat.ofLabel(
        values.choice(
            Option.FORMAT,
            Arrays.stream(ArticleFormat.values()).map(ArticleFormat::label).toList()));
  }
}
