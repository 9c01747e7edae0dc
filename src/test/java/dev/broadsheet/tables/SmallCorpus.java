package dev.broadsheet.tables;

import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.dates.Period;
import dev.broadsheet.dates.Periods;
import dev.broadsheet.neighbours.TermOrder;
import dev.broadsheet.topics.Vocabulary;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/** A few articles of which a test knows all: one topic each, and every term once. */
final class SmallCorpus {
  private static final StructType METADATA =
      StructType.fromDDL(
          "article_id string, title string, url string, source string, published date, language string, words int, own_words int, defects string, snippet string, duplicate_of string, input_file string");

  /** Null stands for what an article does not have. */
  record Entry(
      String id, String day, String source, Integer topic, String duplicateOf, List<String> terms) {
    LocalDate published() {
      return day == null ? null : LocalDate.parse(day);
    }
  }

  private final List<Entry> articles = new ArrayList<>();
  private final Map<String, UnaryOperator<Article>> more = new HashMap<>();
  private final Map<String, String> titles = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final List<Row> rejected = new ArrayList<>();
  private final Set<String> verbs = new HashSet<>();

  SmallCorpus article(String id, String day, String source, Integer topic, String... terms) {
    articles.add(new Entry(id, day, source, topic, null, List.of(terms)));
    return this;
  }

  SmallCorpus duplicate(String id, String day, String source, Integer topic, String of) {
    articles.add(new Entry(id, day, source, topic, of, List.of()));
    return this;
  }

  /** Gives the last article a title and a number of words. */
  SmallCorpus titled(String title, int count) {
    titles.put(last(), title);
    words.put(last(), count);
    return this;
  }

  /** Gives the last article what it does not have yet. */
  SmallCorpus with(UnaryOperator<Article> addition) {
    more.merge(last(), addition, (a, b) -> article -> b.apply(a.apply(article)));
    return this;
  }

  private String last() {
    return articles.get(articles.size() - 1).id();
  }

  SmallCorpus rejected(String day, String source) {
    rejected.add(RowFactory.create(day == null ? null : LocalDate.parse(day), source));
    return this;
  }

  /** Terms that are no nominals. */
  SmallCorpus verbs(String... terms) {
    verbs.addAll(List.of(terms));
    return this;
  }

  private boolean[] nominals(String[] terms) {
    boolean[] nominals = new boolean[terms.length];
    for (int i = 0; i < terms.length; i++) {
      nominals[i] = !verbs.contains(terms[i]);
    }
    return nominals;
  }

  List<Entry> articles() {
    return articles;
  }

  /** The terms, in the order of the vocabulary. */
  String[] terms() {
    return articles.stream()
        .flatMap(article -> article.terms().stream())
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  Findings findings(SparkSession spark) {
    return findings(spark, Period.DAY, Optional.empty());
  }

  Findings findings(SparkSession spark, Period period, Optional<DateContrast> compare) {
    String[] terms = terms();
    long[] frequency = new long[terms.length];
    articles.stream()
        .flatMap(article -> article.terms().stream())
        .forEach(term -> frequency[Arrays.binarySearch(terms, term)]++);
    long modelled = articles.stream().filter(a -> !a.terms().isEmpty()).count();
    JavaRDD<Article> all =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(articles.stream().map(entry -> article(entry, terms)).toList(), 3);
    var corpus =
        new Findings.Corpus(
            all,
            spark
                .createDataFrame(rejected, StructType.fromDDL("published date, source string"))
                .toJavaRDD(),
            new Vocabulary(terms, terms, frequency, frequency, modelled),
            nominals(terms),
            new Periods(period, dates()),
            compare);
    int[] topics =
        all.collect().stream().flatMapToInt(a -> Arrays.stream(a.topics())).distinct().toArray();
    ArticleCounts counts = ArticleCounts.of(all, topics, dates());
    SourceCounts sources = SourceCounts.of(all);
    return new Findings(
        corpus,
        new Findings.Model(
            List.of(), List.of(), List.of(), List.of(), TermOrder.of(new double[0][], frequency)),
        new Findings.Counts(
            counts, sources, TermCounts.of(corpus, counts, sources), NameCounts.of(all, counts)));
  }

  private Article article(Entry entry, String[] terms) {
    Date published = entry.day() == null ? null : Date.valueOf(entry.day());
    Article article =
        Article.of(
            new GenericRowWithSchema(
                new Object[] {
                  entry.id(),
                  titles.getOrDefault(entry.id(), entry.id().toUpperCase(java.util.Locale.ROOT)),
                  null,
                  entry.source(),
                  published,
                  "en",
                  words.getOrDefault(entry.id(), 10),
                  10,
                  null,
                  "text",
                  entry.duplicateOf(),
                  "file"
                },
                METADATA));
    int[] places =
        entry.terms().stream().mapToInt(t -> Arrays.binarySearch(terms, t)).sorted().toArray();
    if (places.length > 0) {
      article.withTerms(places, IntStream.of(places).map(place -> 1).toArray());
    }
    if (entry.topic() != null) {
      article.withTopics(new int[] {entry.topic()}, new double[] {1});
    }
    return more.getOrDefault(entry.id(), a -> a).apply(article);
  }

  private Optional<DateRange> dates() {
    List<LocalDate> days =
        articles.stream().filter(a -> a.day() != null).map(Entry::published).sorted().toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new DateRange(days.get(0), days.get(days.size() - 1)));
  }

  /** The rows of a table in its order. */
  static List<Row> rows(ComputedTable table, Findings findings) {
    List<Row> rows =
        table instanceof BoundedTable bounded
            ? bounded.rows(findings)
            : ((DistributedTable) table).rows(findings).collect();
    return rows.stream()
        .sorted(RowOrder.of(table, table.order()))
        .<Row>map(row -> new GenericRowWithSchema(values(row), table.schema()))
        .toList();
  }

  private static Object[] values(Row row) {
    return IntStream.range(0, row.size()).mapToObj(row::get).toArray();
  }

  /** The rows of a table as text, in its order. */
  static List<String> lines(ComputedTable table, Findings findings) {
    return rows(table, findings).stream().map(Row::toString).toList();
  }
}
