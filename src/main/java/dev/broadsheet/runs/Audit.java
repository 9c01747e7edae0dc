package dev.broadsheet.runs;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.runs.Check.Level;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Checks the tables as they were written, not as they were meant: each is read back from its
 * Parquet files, in one aggregation where no group is asked about.
 */
public final class Audit {
  private static final double ROUNDING = 1e-9;

  /** Of fewer articles topics mean little. */
  private static final int FEW_ARTICLES = 20;

  /** The largest part of the articles that one topic may have; of few topics, two equal shares. */
  private static final double LARGE = 0.4;

  /** A topic with less than this part of an equal share of the articles is tiny. */
  private static final double TINY = 0.05;

  /** So many sources are in topic_sources at most. */
  private static final int LARGEST_SOURCES = 1000;

  private static final Column WITHOUT_OWN_TEXT =
      col("own_words").equalTo(0).and(col("words").gt(0));

  /**
   * A table to check.
   *
   * @param key the columns that name a row; with rank among them, the others name a group of ranks
   * @param clockReadings columns that differ from run to run of the same, so not part of the hash
   */
  public record Subject(
      String name, StructType schema, List<String> key, List<String> clockReadings) {}

  /**
   * What the run knows without the tables.
   *
   * @param records how many were read
   * @param outside of these, articles outside of {@code --from} and {@code --to}
   * @param language of the model; null where texts are tokens already
   * @param unsupported that language, if its words are terms as they are: there are no stop words
   *     and no stems for it
   * @param topicsAsked how many topics were asked for, or chosen
   * @param firstDay of the tables by day; empty if no article has a date
   * @param lastDay of these
   * @param checks what was checked before there were tables
   */
  public record Expectations(
      long records,
      long outside,
      String language,
      Optional<String> unsupported,
      int topicsAsked,
      double maxBadRatio,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      List<Check> checks) {}

  /** What came out: the checks, and an entry for each table. */
  public record Report(List<Check> checks, List<Manifest.TableEntry> tables) {
    /** Whether the run may be published. */
    public boolean passed() {
      return checks.stream().noneMatch(Check::forbidsPublication);
    }
  }

  private final SparkSession spark;
  private final RunFolder folder;
  private final Expectations expected;
  private final Map<String, TableFacts> facts = new LinkedHashMap<>();
  private final List<Check> checks = new ArrayList<>();

  private Audit(SparkSession spark, RunFolder folder, Expectations expected) {
    this.spark = spark;
    this.folder = folder;
    this.expected = expected;
  }

  /** Reads every table of the folder and checks it. */
  public static Report of(
      SparkSession spark, RunFolder folder, List<Subject> subjects, Expectations expected) {
    var audit = new Audit(spark, folder, expected);
    Concurrently.map(subjects, audit::read).forEach(table -> audit.facts.put(table.name(), table));
    audit.checkEveryTable();
    audit.checkRecords();
    audit.checkTopics();
    audit.checkContrasts();
    audit.checkDays();
    audit.checkNames();
    audit.checkStories();
    audit.warn();
    audit.checks.addAll(expected.checks());
    return new Report(audit.checks, audit.facts.values().stream().map(audit::entry).toList());
  }

  /** The entry of a table that is not audited, because it tells of the audit. */
  public static Manifest.TableEntry describe(
      SparkSession spark, RunFolder folder, Subject subject) {
    var audit = new Audit(spark, folder, null);
    return audit.entry(audit.read(subject));
  }

  private Dataset<Row> table(Subject subject) {
    return spark.read().schema(subject.schema()).parquet(folder.path(subject.name()));
  }

  private TableFacts read(Subject subject) {
    spark.sparkContext().setJobDescription("audit: " + subject.name());
    return TableFacts.of(subject, table(subject), more(subject.name()));
  }

  private Map<String, Column> more(String table) {
    return switch (table) {
      case "articles" -> {
        Column original = col("duplicate_of").isNull();
        Column modelled =
            expected.language() == null
                ? original
                : original.and(col("language").equalTo(expected.language()));
        Column defects = coalesce(col("defects"), lit(""));
        yield Map.ofEntries(
            Map.entry("with_topic", count_if(col("topic_id").isNotNull())),
            Map.entry(
                "with_topic_and_day", count_if(col("topic_id").isNotNull().and(inTablesByDay()))),
            Map.entry("originals", count_if(original)),
            Map.entry("in_stories", count_if(col("story_id").isNotNull())),
            Map.entry("modelled", count_if(modelled)),
            Map.entry("modelled_without_topic", count_if(modelled.and(col("topic_id").isNull()))),
            Map.entry("words", coalesce(sum("words"), lit(0L))),
            Map.entry("own_words", coalesce(sum("own_words"), lit(0L))),
            Map.entry("without_own_text", count_if(original.and(WITHOUT_OWN_TEXT))),
            Map.entry(
                "mended",
                count_if(defects.contains("encoding").and(not(defects.contains("lost_encoding"))))),
            Map.entry("lost_encoding", count_if(defects.contains("lost_encoding"))));
      }
      case "topics" ->
          Map.of(
              "articles", sum("articles"),
              "largest", max("articles"),
              "tiny", count_if(col("relative_size").lt(TINY)));
      case "topic_terms" -> Map.of("topics", count_distinct(col("topic_id")));
      case "topic_days" ->
          Map.of(
              "articles", sum("articles"),
              "days", count_distinct(col("day")),
              "span", datediff(max("day"), min("day")).plus(1));
      case "names" -> Map.of("articles", sum("articles"));
      case "name_days" -> Map.of("articles", sum("articles"), "names", count_distinct(col("name")));
      case "topic_sources" ->
          Map.of(
              "articles", coalesce(sum("articles"), lit(0L)),
              "sources", count_distinct(coalesce(col("source"), lit(""))));
      case "similar_articles" ->
          Map.of("selves", count_if(col("article_id").equalTo(col("other_id"))));
      case "days" -> Map.of("articles", sum("articles"), "rejected", sum("rejected"));
      case "stories" -> Map.of("articles", sum("articles"));
      case "story_articles" -> Map.of("first", count_if(col("is_first")));
      default -> Map.of();
    };
  }

  private Column inTablesByDay() {
    return expected.firstDay().isEmpty()
        ? lit(false)
        : col("published")
            .between(lit(expected.firstDay().get()), lit(expected.lastDay().orElseThrow()));
  }

  private void checkEveryTable() {
    error("values_present", TableFacts::nulls, "null where none may be");
    error("rows_unique", TableFacts::repeated, "rows with the key of another");
    error("ranks_dense", TableFacts::sparse, "groups whose ranks have gaps");
  }

  private void error(String check, ToLongFunction<TableFacts> wrong, String what) {
    long total = facts.values().stream().mapToLong(wrong).sum();
    String where =
        facts.values().stream()
            .filter(table -> wrong.applyAsLong(table) > 0)
            .map(table -> table.name() + " " + wrong.applyAsLong(table))
            .collect(Collectors.joining(", "));
    error(check, total, 0, total == 0 ? "no " + what : what + ": " + where);
  }

  private void error(String check, double value, double limit, String detail) {
    checks.add(Check.of(check, Level.ERROR, value, limit, detail));
  }

  private void warning(String check, double value, double limit, String detail) {
    checks.add(Check.of(check, Level.WARNING, value, limit, detail));
  }

  private void checkRecords() {
    long articles = rows("articles");
    long quarantine = rows("quarantine");
    error(
        "records_accounted_for",
        Math.abs(expected.records() - expected.outside() - articles - quarantine),
        0,
        "%d records = %d articles + %d in quarantine + %d outside of the dates asked for"
            .formatted(expected.records(), articles, quarantine, expected.outside()));
    double rejected = expected.records() == 0 ? 0 : (double) quarantine / expected.records();
    warning(
        "rejected_records",
        rejected,
        expected.maxBadRatio() / 2,
        "part of the records that is in quarantine; above %s a run stops"
            .formatted(expected.maxBadRatio()));
  }

  private void checkTopics() {
    error(
        "weights_add_up",
        facts.get("article_topics").off(),
        ROUNDING,
        "the farthest that an article's weights are from 1 together");
    error(
        "topics_have_terms",
        rows("topics") - facts.get("topic_terms").get("topics"),
        0,
        "topics without terms");
    error(
        "topics_agree",
        Math.abs(facts.get("topics").get("articles") - facts.get("articles").get("with_topic")),
        0,
        "articles by topic against articles with a topic");
  }

  private void checkContrasts() {
    TableFacts sources = facts.get("topic_sources");
    double more = sources.get("articles") - facts.get("topics").get("articles");
    error(
        "sources_agree",
        sources.get("sources") < LARGEST_SOURCES ? Math.abs(more) : Math.max(0, more),
        0,
        "articles by topic and source against articles by topic");
    error(
        "similar_are_others",
        facts.get("similar_articles").get("selves"),
        0,
        "articles that are similar to themselves");
  }

  private void checkDays() {
    TableFacts days = facts.get("topic_days");
    double gaps =
        days.get("span") - days.get("days") + days.get("days") * rows("topics") - days.rows();
    error("days_continuous", Math.abs(gaps), 0, "days or topics missing in topic_days");
    error(
        "days_agree",
        Math.abs(facts.get("days").get("articles") - rows("articles"))
            + Math.abs(facts.get("days").get("rejected") - rows("quarantine"))
            + Math.abs(days.get("articles") - facts.get("articles").get("with_topic_and_day")),
        0,
        "articles, rejected records and topics by day against the tables of them");
  }

  private void checkNames() {
    TableFacts days = facts.get("name_days");
    error(
        "names_agree",
        Math.max(0, days.get("articles") - facts.get("names").get("articles"))
            + Math.max(0, days.get("names") - rows("names")),
        0,
        "articles and names in name_days beyond those in names");
  }

  private void checkStories() {
    double articles = rows("story_articles");
    error(
        "stories_agree",
        Math.abs(facts.get("stories").get("articles") - articles)
            + Math.abs(facts.get("articles").get("in_stories") - articles)
            + Math.abs(facts.get("story_articles").get("first") - rows("stories")),
        0,
        "articles in story_articles against articles and stories, and one first article a story");
  }

  private void warn() {
    TableFacts articles = facts.get("articles");
    double modelled = articles.get("modelled");
    warning(
        "articles_without_topic",
        modelled == 0 ? 0 : articles.get("modelled_without_topic") / modelled,
        0.05,
        "part of the original articles in the model's language that has no known term");
    double originals = articles.get("originals");
    warning(
        "other_languages",
        originals == 0 ? 0 : 1 - modelled / originals,
        0.5,
        "part of the original articles that is not in the model's language");
    warning(
        "language_supported",
        expected.unsupported().isPresent() ? 1 : 0,
        0,
        expected
            .unsupported()
            .map(
                code ->
                    "no stop words, stems and names are known for "
                        + Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)
                        + " ("
                        + code
                        + "): its function words and all forms of a word are terms")
            .orElse("stop words and stems are known for the model's language"));
    warning(
        "duplicates",
        articles.rows() == 0 ? 0 : 1 - originals / articles.rows(),
        0.5,
        "part of the articles that repeats another");
    warning(
        "topics_reduced",
        expected.topicsAsked() - rows("topics"),
        0,
        "found %d of %d topics asked for; there is at most one for every two articles"
            .formatted(rows("topics"), expected.topicsAsked()));
    warnOfTexts();
    double few = Math.max(0, FEW_ARTICLES - modelled);
    warning("few_articles", few, 0, "articles missing to 20, below which topics mean little");
    warnOfImbalance(few == 0 ? facts.get("topics").get("articles") : 0);
  }

  /** Not of few articles, whose topics are of one or two. */
  private void warnOfImbalance(double articles) {
    TableFacts topics = facts.get("topics");
    double equal = 1.0 / Math.max(1, topics.rows());
    warning(
        "largest_topic",
        articles == 0 ? 0 : topics.get("largest") / articles,
        Math.max(LARGE, Math.min(1, 2 * equal)),
        "part of the articles with a topic that the largest has; 40 % may be, or twice an equal share");
    warning(
        "tiny_topics",
        articles == 0 ? 0 : topics.get("tiny"),
        (topics.rows() - 1) / 3,
        "topics under 5 %% of an equal share of the articles, of %d; less than a third may be"
            .formatted(topics.rows()));
  }

  /** What is wrong with the texts as they came. */
  private void warnOfTexts() {
    TableFacts articles = facts.get("articles");
    warning(
        "repeated_words",
        articles.get("words") == 0 ? 0 : 1 - articles.get("own_words") / articles.get("words"),
        0.5,
        "part of the words that their source repeats in many articles; they are not counted");
    double without = articles.get("without_own_text");
    double originals = articles.get("originals");
    warning(
        "without_own_text",
        originals == 0 ? 0 : without / originals,
        0.01,
        "part of the original articles whose text is one that the source has under many titles%s"
            .formatted(without == 0 ? "" : ", such as " + exampleWithoutOwnText()));
    warning(
        "lost_encodings",
        articles.rows() == 0 ? 0 : articles.get("lost_encoding") / articles.rows(),
        0,
        "part of the articles in which an encoding was lost and not mended; in %.0f others it was"
            .formatted(articles.get("mended")));
  }

  private String exampleWithoutOwnText() {
    spark.sparkContext().setJobDescription("audit: articles");
    Dataset<Row> articles = spark.read().parquet(folder.path("articles"));
    return articles
        .where(col("duplicate_of").isNull().and(WITHOUT_OWN_TEXT))
        .agg(min("title"))
        .head()
        .getString(0);
  }

  private long rows(String table) {
    return facts.get(table).rows();
  }

  private Manifest.TableEntry entry(TableFacts table) {
    return new Manifest.TableEntry(
        table.name(),
        table.rows(),
        folder.bytes(table.name()),
        table.hash(),
        Arrays.stream(table.schema().fields())
            .map(f -> new Manifest.Column(f.name(), f.dataType().sql().toLowerCase(Locale.ROOT)))
            .toList());
  }
}
