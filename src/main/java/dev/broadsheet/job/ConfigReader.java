package dev.broadsheet.job;

import dev.broadsheet.articles.ArticleFormat;
import dev.broadsheet.articles.Dates;
import dev.broadsheet.articles.Fields;
import dev.broadsheet.articles.Html;
import dev.broadsheet.articles.ReadOptions;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.Period;
import dev.broadsheet.runs.Manifest.Setting;
import dev.broadsheet.runs.RunStore;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.topics.TopicAlgorithm;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the values of {@link JobConfig} from command line and file, and collects what is wrong. */
final class ConfigReader {
  private static final String DEFAULT = "default";
  private static final Pattern MASTER =
      Pattern.compile("local(-cluster)?(\\[.+])?|yarn|(spark|k8s)://.+");

  /** Between the values of a list in a configuration file; a comma may stand in a date's form. */
  private static final Map<Option, String> SEPARATORS =
      Map.of(Option.INPUT, ",(?![^{]*})", Option.COLUMNS, ",", Option.DATE_FORMAT, ";");

  private final Map<Option, Setting> settings = new EnumMap<>(Option.class);
  private final Map<Option, List<String>> lists = new EnumMap<>(Option.class);
  private final List<String> problems;

  ConfigReader(Map<Option, List<String>> flags, Map<String, String> file, List<String> problems) {
    this.problems = new ArrayList<>(problems);
    for (Option option : Option.values()) {
      option.defaultValue().ifPresent(v -> settings.put(option, new Setting(v, DEFAULT)));
    }
    file.forEach(
        (key, value) ->
            Option.ofKey(key)
                .ifPresentOrElse(
                    option -> put(option, split(option, value), "file"),
                    () ->
                        this.problems.add(
                            "Cannot use %s of the configuration file: there is no such option. See --help."
                                .formatted(key))));
    flags.forEach((option, values) -> put(option, values, "command line"));
  }

  private void put(Option option, List<String> values, String source) {
    lists.put(option, values);
    String between = option == Option.DATE_FORMAT ? ";" : ",";
    settings.put(option, new Setting(String.join(between, values), source));
  }

  private static List<String> split(Option option, String value) {
    return option.isList()
        ? Arrays.stream(value.split(SEPARATORS.get(option)))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList()
        : List.of(value.strip());
  }

  JobConfig read() {
    Optional<LocalDate> from = date(Option.FROM);
    Optional<LocalDate> to = date(Option.TO);
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      problems.add(
          "Cannot use --from %s: it is after --to %s. Swap them.".formatted(from.get(), to.get()));
    }
    boolean whitespace =
        choice(Option.ANALYZER, List.of("standard", ArticleAnalyzer.WHITESPACE))
            .equals(ArticleAnalyzer.WHITESPACE);
    String algorithm =
        choice(
            Option.ALGORITHM,
            Arrays.stream(TopicAlgorithm.values()).map(TopicAlgorithm::label).toList());
    OptionalInt topics =
        value(Option.TOPICS).equals("auto")
            ? OptionalInt.empty()
            : wholeNumber(Option.TOPICS, 1, 10_000);
    OptionalInt minDf = wholeNumber(Option.MIN_DF, 1, Integer.MAX_VALUE);
    var config =
        new JobConfig(
            input(),
            value(Option.OUTPUT),
            from,
            to,
            format(),
            reading(whitespace ? Html.KEEP : html()),
            read(
                Option.LANGUAGE,
                code -> matching(code, c -> c.matches("[a-z]{2,3}")),
                "a language (ISO 639-1, such as en)"),
            whitespace,
            TopicAlgorithm.ofLabel(algorithm).orElse(TopicAlgorithm.NMF),
            topics,
            wholeNumber(Option.VOCABULARY, 1, 10_000_000).orElse(1),
            isDefault(Option.MIN_DF) ? OptionalInt.empty() : minDf,
            part(Option.MAX_DF),
            read(Option.SEED, Long::parseLong, "a whole number").orElse(0L),
            read(
                Option.RUN_ID,
                id -> matching(id, RunStore::isRunId),
                "a run id (letters, digits, dots, dashes and underscores)"),
            part(Option.MAX_BAD_RATIO),
            flag(Option.CONTINUE_TOPICS),
            Period.ofLabel(choice(Option.PERIOD, List.of("auto", "day", "week", "month"))),
            read(
                Option.COMPARE,
                DateContrast::parse,
                "two ranges of days without a common one (2026-01-01..2026-01-31:2026-02-01..2026-02-28)"),
            wholeNumber(Option.KEEP, 1, Integer.MAX_VALUE),
            read(Option.METRICS_FILE, file -> matching(file, f -> !f.endsWith("/")), "a file"),
            read(
                Option.PUBLISH_TO,
                Destination::parse,
                "CATALOG.SCHEMA, or delta.FOLDER with the whole path"),
            flag(Option.FORCE),
            read(
                    Option.MASTER,
                    url -> matching(url, MASTER.asMatchPredicate()),
                    "a Spark master (local[*], yarn, spark://host:7077 …)")
                .orElse(""),
            published());
    if (!problems.isEmpty()) {
      throw new ConfigException(problems);
    }
    return config;
  }

  private List<String> input() {
    List<String> paths = lists.getOrDefault(Option.INPUT, List.of());
    if (paths.isEmpty()) {
      problems.add("Cannot read articles: there is no --input. Name files, folders or globs.");
    }
    return paths;
  }

  private Html html() {
    List<String> labels = Arrays.stream(Html.values()).map(Html::label).toList();
    return Html.ofLabel(choice(Option.HTML, labels)).orElse(Html.SHOWN);
  }

  private ReadOptions reading(Html html) {
    Fields columns =
        readAll(
                Option.COLUMNS,
                values ->
                    Fields.parse(
                        values.stream().flatMap(v -> Arrays.stream(v.split(","))).toList()),
                "title=NAME,body=NAME and, if there are any, date=NAME and url=NAME")
            .orElse(Fields.UNNAMED);
    ZoneId zone =
        read(Option.TIME_ZONE, ZoneId::of, "a time zone (Europe/Paris, UTC, +02:00)")
            .orElse(ZoneOffset.UTC);
    Dates dates =
        readAll(
                Option.DATE_FORMAT,
                patterns -> Dates.of(patterns, zone),
                "a pattern of dates (dd/MM/yyyy)")
            .orElse(Dates.of(List.of(), zone));
    Charset encoding =
        read(
                Option.ENCODING,
                name -> Charset.forName(name),
                "an encoding (UTF-8, windows-1252, UTF-16)")
            .orElse(StandardCharsets.UTF_8);
    return new ReadOptions(
        wholeNumber(Option.MAX_ARTICLE_BYTES, 1, 1 << 30).orElse(1),
        columns,
        value(Option.RECORDS),
        dates,
        encoding.equals(StandardCharsets.UTF_8) ? "" : encoding.name(),
        html,
        0);
  }

  /** A day in the one form that is never mistaken; what another form may mean is asked. */
  private Optional<LocalDate> date(Option option) {
    String meant = Dates.day(value(option)).map(", but perhaps %s is meant"::formatted).orElse("");
    return read(option, LocalDate::parse, "a date (yyyy-MM-dd)" + meant);
  }

  private <T> Optional<T> readAll(Option option, Function<List<String>, T> parse, String what) {
    return read(option, text -> parse.apply(lists.get(option)), what);
  }

  private Optional<ArticleFormat> format() {
    if (value(Option.FORMAT).isEmpty()) {
      return Optional.empty();
    }
    return ArticleFormat.ofLabel(
        choice(
            Option.FORMAT,
            Arrays.stream(ArticleFormat.values()).map(ArticleFormat::label).toList()));
  }

  private String value(Option option) {
    return settings.containsKey(option) ? settings.get(option).value() : "";
  }

  private boolean isDefault(Option option) {
    return settings.get(option).source().equals(DEFAULT);
  }

  private <T> Optional<T> read(Option option, Function<String, T> parse, String what) {
    String value = value(option);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse.apply(value));
    } catch (IllegalArgumentException | DateTimeException e) {
      problems.add(
          "Cannot use %s %s: it is not %s. See --help.".formatted(option.flag(), value, what));
      return Optional.empty();
    }
  }

  private static String matching(String value, Predicate<String> good) {
    if (!good.test(value)) {
      throw new IllegalArgumentException(value);
    }
    return value;
  }

  private String choice(Option option, List<String> choices) {
    return read(
            option,
            value -> matching(value, choices::contains),
            "one of " + String.join(", ", choices))
        .orElse("");
  }

  private OptionalInt wholeNumber(Option option, int least, int most) {
    Optional<Integer> number =
        read(
            option,
            value -> {
              int n = Integer.parseInt(value);
              return Integer.valueOf(matching(value, v -> n >= least && n <= most));
            },
            most == Integer.MAX_VALUE
                ? "a whole number of %d or more".formatted(least)
                : "a whole number from %d to %d".formatted(least, most));
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private double part(Option option) {
    return read(
            option,
            value -> {
              double part = Double.parseDouble(value);
              return Double.valueOf(matching(value, v -> part >= 0 && part <= 1));
            },
            "a number from 0 to 1")
        .orElse(0.0);
  }

  private boolean flag(Option option) {
    return choice(option, List.of("true", "false")).equals("true");
  }

  private Map<String, Setting> published() {
    var map = new LinkedHashMap<String, Setting>();
    settings.forEach(
        (option, setting) ->
            map.put(
                option.key(),
                new Setting(JobConfig.withoutUser(setting.value()), setting.source())));
    return map;
  }
}
