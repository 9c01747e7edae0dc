package dev.broadsheet.job.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The options of a run, on the command line with two dashes and in a file without. */
public enum Option {
  INPUT("PATH", null, "Files, folders or globs to read; repeat it or name several."),
  OUTPUT("DIR", "output", "Where runs go."),
  FROM("DATE", null, "First day of articles, yyyy-MM-dd; leaves out articles without a date."),
  TO("DATE", null, "Last day of articles, yyyy-MM-dd; leaves out articles without a date."),
  FORMAT(
      "NAME",
      null,
      "text, jsonl, csv (also with tabs or semicolons), parquet, xml, markdown, mail or html for all files, whatever their endings."),
  COLUMNS(
      "FIELD=NAME",
      null,
      "Which fields of the records are title, date, url and body, where they have other names: title=headline,body=lead+text,url=links.web; in a CSV file without a header their numbers: title=2,body=3."),
  RECORDS("PATH", null, "Where the records are in a JSON file that wraps them: response.results."),
  DATE_FORMAT(
      "PATTERN",
      null,
      "How dates are written that are not recognised, as Java's DateTimeFormatter has it: dd/MM/yyyy; repeat it for several."),
  TIME_ZONE("ZONE", "UTC", "Whose days the articles are of, where a date has a time and a zone."),
  ENCODING(
      "NAME",
      "UTF-8",
      "Encoding of text, CSV and JSON files without a byte order mark: windows-1252."),
  HTML(
      "shown|keep",
      "shown",
      "shown reads texts with markup as a browser shows them; keep leaves tags, entities and scripts."),
  LANGUAGE(
      "CODE", null, "Language of the model, ISO 639-1; by default the corpus's main language."),
  ANALYZER("NAME", "standard", "standard, or whitespace for a text of tokens already made."),
  ALGORITHM(
      "NAME",
      "nmf",
      "Topic model: nmf, or MLlib's lda-em or lda (online), whose topics are poorer."),
  TOPICS("N|auto", "auto", "Number of topics; auto chooses it by their quality."),
  VOCABULARY("N", "50000", "The most terms that the model knows, words and phrases."),
  MIN_DF("N", "5", "Fewest articles that a term is in; by default fewer for small corpora."),
  MAX_DF("PART", "0.5", "Largest part of the articles that a term is in."),
  SEED("N", "42", "Random seed."),
  RUN_ID("ID", null, "Name of the run; by default the time of its start in UTC."),
  MAX_BAD_RATIO("PART", "0.1", "Largest part of the records that may be rejected."),
  MAX_ARTICLE_BYTES("N", "10485760", "Largest article, in bytes."),
  CONTINUE_TOPICS(null, "true", "Start from the current run's topics and keep their ids."),
  PERIOD(
      "NAME",
      "auto",
      "day, week or month: what the latest news is compared by; auto takes day for articles of up to two weeks, week up to a year, else month."),
  COMPARE(
      "A..B:C..D",
      null,
      "Two ranges of days, yyyy-MM-dd each, whose terms are compared in the table keyness."),
  KEEP("N", null, "After publication, delete all but the N latest runs."),
  METRICS_FILE(
      "FILE",
      null,
      "Also write the run's metrics here, for Prometheus, however the run ends: a path that ends in .prom, in the folder of node_exporter's textfile collector."),
  PUBLISH_TO(
      "CATALOG.SCHEMA",
      null,
      "Write the published tables to a catalog of Spark SQL too, as Iceberg or Delta tables with a column run_id; delta.FOLDER for Delta tables in a folder."),
  FORCE(null, "false", "Publish even if the current run is a later one."),
  MASTER("URL", "local[*]", "Spark master, where spark-submit set none.");

  private final String parameter;
  private final String defaultValue;
  private final String description;

  Option(String parameter, String defaultValue, String description) {
    this.parameter = parameter;
    this.defaultValue = defaultValue;
    this.description = description;
  }

  /** The name in a file: {@code min-df}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name on the command line: {@code --min-df}. */
  public String flag() {
    return "--" + key();
  }

  /** What its value is called; empty for one that is on or off. */
  public Optional<String> parameter() {
    return Optional.ofNullable(parameter);
  }

  public Optional<String> defaultValue() {
    return Optional.ofNullable(defaultValue);
  }

  public String description() {
    return description;
  }

  /** Whether it may be given several times. */
  public boolean isList() {
    return this == INPUT || this == COLUMNS || this == DATE_FORMAT;
  }

  /** The option of a key. */
  public static Optional<Option> ofKey(String key) {
    return Arrays.stream(values()).filter(option -> option.key().equals(key)).findFirst();
  }
}
