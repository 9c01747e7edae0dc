package dev.broadsheet.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.broadsheet.articles.ArticleFormat;
import dev.broadsheet.articles.InputFiles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The first stages of a run, for their messages only: writes nothing. */
public final class InputCheck {
  private static final int EXAMPLES = 3;
  private static final int LANGUAGES = 5;

  /**
   * What a person should see before a run.
   *
   * @param rejected rejected records with examples; empty if there are none
   * @param examples some articles as they were read
   * @param readAs format, fields, dates and so on, each with what was found
   */
  public record Findings(String rejected, List<String> examples, Map<String, String> readAs) {}

  private final SparkSession spark;
  private final JobConfig config;
  private final StageListener listener;

  public InputCheck(SparkSession spark, JobConfig config, StageListener listener) {
    this.spark = spark;
    this.config = config;
    this.listener = listener;
  }

  /**
   * Reads the input and finds its duplicates.
   *
   * @throws dev.broadsheet.articles.InputException as {@link NightlyJob#run} does
   */
  public Findings run() {
    try (var stages = new Stages(spark, listener);
        var cache = new Cache()) {
      var reading = new Reading(spark, config, cache);
      var input = stages.run("list input files", reading::list);
      var records = stages.run("read articles", () -> reading.read(input));
      var identified = stages.run("find duplicates", () -> reading.identify(records));
      var articles = new Cleaning(config, cache).described(identified.articles());
      spark.sparkContext().setJobDescription("look at articles");
      return new Findings(
          records.rejected().isEmpty() ? "" : Reading.examples(records, Integer.MAX_VALUE),
          examples(articles),
          readAs(input, records, articles));
    }
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

  private Map<String, String> readAs(
      InputFiles input, Reading.Records records, Dataset<Row> articles) {
    Row facts =
        articles
            .agg(
                min("published"),
                max("published"),
                count_if(col("published").isNull()),
                count_if(col("url").isNull()),
                count_if(col("duplicate_of").isNotNull()))
            .head();
    var readAs = new LinkedHashMap<String, String>();
    readAs.put("files", formats(input));
    readAs.put("fields", found(records, ""));
    readAs.put(
        "dates",
        "%s%s; %s"
            .formatted(
                facts.isNullAt(0)
                    ? "none"
                    : "%s to %s".formatted(facts.getDate(0), facts.getDate(1)),
                facts.getLong(2) == 0 ? "" : ", %,d articles without".formatted(facts.getLong(2)),
                found(records, "dates ")));
    readAs.put("addresses", "%,d articles without".formatted(facts.getLong(3)));
    if (!config.whitespace()) {
      readAs.put("languages", languages(articles));
    }
    readAs.put(
        "articles",
        "%,d, %,d of them duplicates; %,d records rejected"
            .formatted(records.valid(), facts.getLong(4), records.allRejected()));
    return readAs;
  }

  private static String formats(InputFiles input) {
    return Arrays.stream(ArticleFormat.values())
        .filter(format -> !input.paths(format).isEmpty())
        .map(format -> "%,d %s".formatted(input.paths(format).size(), format.label()))
        .collect(Collectors.joining(", "));
  }

  /** What was found by looking, of fields or of dates. */
  private static String found(Reading.Records records, String prefix) {
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

  private static String languages(Dataset<Row> articles) {
    return articles
        .groupBy(coalesce(col("language"), lit("?")).as("language"))
        .agg(count(lit(1)).as("articles"))
        .orderBy(col("articles").desc(), col("language").asc())
        .limit(LANGUAGES)
        .collectAsList()
        .stream()
        .map(row -> "%s %,d".formatted(row.getString(0), row.getLong(1)))
        .collect(Collectors.joining(", "));
  }
}
