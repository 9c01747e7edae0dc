package dev.broadsheet.tables;

import dev.broadsheet.topics.TermVectors;
import dev.broadsheet.topics.Topic;
import dev.broadsheet.topics.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** A few articles of which a test knows all: one topic each, and every term once. */
final class SmallCorpus {
  /** Null stands for what an article does not have. */
  record Article(
      String id, String day, String source, Integer topic, String duplicateOf, List<String> terms) {
    LocalDate published() {
      return day == null ? null : LocalDate.parse(day);
    }
  }

  private final List<Article> articles = new ArrayList<>();
  private final List<Row> rejected = new ArrayList<>();

  SmallCorpus article(String id, String day, String source, Integer topic, String... terms) {
    articles.add(new Article(id, day, source, topic, null, List.of(terms)));
    return this;
  }

  SmallCorpus duplicate(String id, String day, String source, Integer topic, String of) {
    articles.add(new Article(id, day, source, topic, of, List.of()));
    return this;
  }

  SmallCorpus rejected(String day, String source) {
    rejected.add(RowFactory.create(day == null ? null : LocalDate.parse(day), source));
    return this;
  }

  List<Article> articles() {
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

  Findings findings(SparkSession spark, Period period, Optional<DateContrast> compare) {
    String[] terms = terms();
    long[] frequency = new long[terms.length];
    List<Row> vectors = new ArrayList<>();
    for (Article article : articles) {
      int[] indices =
          article.terms().stream().mapToInt(t -> Arrays.binarySearch(terms, t)).sorted().toArray();
      Arrays.stream(indices).forEach(v -> frequency[v]++);
      if (indices.length > 0) {
        vectors.add(
            RowFactory.create(
                article.id(),
                vector(terms.length, indices, 1),
                vector(terms.length, indices, 1 / Math.sqrt(indices.length))));
      }
    }
    return new Findings(
        spark,
        spark.createDataFrame(
            articles.stream()
                .map(a -> RowFactory.create(a.id(), a.published(), a.source(), a.duplicateOf()))
                .toList(),
            StructType.fromDDL(
                "article_id string, published date, source string, duplicate_of string")),
        spark.createDataFrame(rejected, StructType.fromDDL("published date, source string")),
        new Vocabulary(terms, terms, frequency, frequency, vectors.size()),
        spark.createDataFrame(vectors, TermVectors.none(spark).schema()),
        spark.createDataFrame(
            articles.stream()
                .filter(a -> a.topic() != null)
                .map(a -> RowFactory.create(a.id(), a.topic(), 1, 1.0))
                .toList(),
            StructType.fromDDL("article_id string, topic_id int, rank int, weight double")),
        List.<Topic>of(),
        List.of(),
        List.of(),
        List.of(),
        new Periods(period, dates()),
        spark.emptyDataFrame(),
        compare,
        spark.createDataFrame(List.of(), StructType.fromDDL("article_id string, story_id string")));
  }

  private Optional<DateRange> dates() {
    List<LocalDate> days =
        articles.stream().filter(a -> a.day() != null).map(Article::published).sorted().toList();
    return days.isEmpty()
        ? Optional.empty()
        : Optional.of(new DateRange(days.get(0), days.get(days.size() - 1)));
  }

  private static Vector vector(int size, int[] indices, double value) {
    return Vectors.sparse(
        size, indices, IntStream.range(0, indices.length).mapToDouble(i -> value).toArray());
  }

  /** The rows of a table as they are written, sorted, one after another. */
  static List<Row> rows(ComputedTable table, Findings findings) {
    Dataset<Row> rows = table.rows(findings);
    return rows.select(
            Arrays.stream(table.schema().fieldNames())
                .map(rows::col)
                .toArray(org.apache.spark.sql.Column[]::new))
        .orderBy(
            table.order().stream()
                .map(c -> rows.col(c).asc_nulls_first())
                .toArray(org.apache.spark.sql.Column[]::new))
        .collectAsList();
  }
}
