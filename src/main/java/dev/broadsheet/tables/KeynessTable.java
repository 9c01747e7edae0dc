package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.tables.Keyness.Score;
import dev.broadsheet.tables.Keyness.Side;
import dev.broadsheet.topics.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The terms that tell two sets of articles apart. */
final class KeynessTable extends ComputedTable {
  private static final int MOST = 50;
  private static final int SOURCES = 10;

  KeynessTable() {
    super(
        "keyness",
        "One of the 50 terms that a set of articles has most above another: the last period against all others, each of the ten largest sources against the rest, and the ranges of --compare; originals in the language of the model.",
        """
        comparison STRING NOT NULL COMMENT 'a against b: 2026-W48 against the rest, source news.example against the rest, or two ranges of days',
        side STRING NOT NULL COMMENT 'a or b, whichever has the term more often',
        rank INT NOT NULL COMMENT '1 is the surest, by z',
        term STRING NOT NULL COMMENT 'as in terms',
        articles_a BIGINT NOT NULL COMMENT 'articles of a that have the term',
        articles_b BIGINT NOT NULL COMMENT 'articles of b that have it',
        rate_a DOUBLE NOT NULL COMMENT 'articles_a over all articles of a',
        rate_b DOUBLE NOT NULL COMMENT 'articles_b over all articles of b',
        log_odds DOUBLE NOT NULL COMMENT 'ln of the odds in a over the odds in b, drawn to the rate in the whole corpus (informative Dirichlet prior); above 0 for side a',
        z DOUBLE NOT NULL COMMENT 'log_odds in standard deviations',
        q DOUBLE NOT NULL COMMENT 'false discovery rate among all terms of the comparison'
        """,
        Growth.BOUNDED,
        "comparison",
        "side",
        "rank");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Dataset<Row> articles =
        findings
            .vectors()
            .join(findings.articles().select("article_id", "published", "source"), "article_id");
    List<Comparison> comparisons = comparisons(findings, articles);
    Vocabulary vocabulary = findings.vocabulary();
    Side corpus = new Side(vocabulary.documents(), vocabulary.documentFrequency());
    long[][] counts = counts(articles, comparisons, vocabulary.size());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      String name = comparisons.get(i).name();
      Side a = side(counts[2 * i]);
      Side b = side(counts[2 * i + 1]);
      if (a.articles() > 0 && b.articles() > 0) {
        List<Score> scores = Keyness.of(a, b, corpus);
        rows.addAll(rows(name, "a", a, b, best(scores, z -> z > 0), vocabulary.terms()));
        rows.addAll(rows(name, "b", a, b, best(scores, z -> z < 0), vocabulary.terms()));
      }
    }
    return findings.spark().createDataFrame(rows, schema());
  }

  private static List<Comparison> comparisons(Findings findings, Dataset<Row> articles) {
    List<Comparison> comparisons = new ArrayList<>();
    Periods periods = findings.periods();
    periods
        .last()
        .map(day -> Comparison.ofPeriod(periods.period(), day))
        .ifPresent(comparisons::add);
    articles
        .where(col("source").isNotNull())
        .groupBy("source")
        .agg(count(lit(1)).as("articles"))
        .orderBy(col("articles").desc(), col("source").asc())
        .limit(SOURCES)
        .select("source")
        .as(Encoders.STRING())
        .collectAsList()
        .forEach(source -> comparisons.add(Comparison.ofSource(source)));
    findings.compare().map(Comparison::ofDates).ifPresent(comparisons::add);
    return comparisons;
  }

  /**
   * In one pass, for sides a and b of each comparison in turn: how many articles have each term,
   * and, in one place more, how many there are.
   */
  private static long[][] counts(Dataset<Row> articles, List<Comparison> comparisons, int terms) {
    Column[] sides =
        comparisons.stream().flatMap(c -> Stream.of(c.a(), c.b())).toArray(Column[]::new);
    int cores = articles.sparkSession().sparkContext().defaultParallelism();
    return articles
        .select(array(sides).cast("array<boolean>").as("sides"), col("counts"))
        .toJavaRDD()
        .coalesce(cores)
        .treeAggregate(new long[sides.length][terms + 1], KeynessTable::counted, KeynessTable::sum);
  }

  private static long[][] counted(long[][] counts, Row article) {
    List<Boolean> sides = article.getList(0);
    int[] terms = article.<Vector>getAs(1).toSparse().indices();
    for (int side = 0; side < counts.length; side++) {
      if (sides.get(side)) {
        for (int term : terms) {
          counts[side][term]++;
        }
        counts[side][counts[side].length - 1]++;
      }
    }
    return counts;
  }

  private static long[][] sum(long[][] a, long[][] b) {
    for (int side = 0; side < a.length; side++) {
      for (int term = 0; term < a[side].length; term++) {
        a[side][term] += b[side][term];
      }
    }
    return a;
  }

  private static Side side(long[] counts) {
    int terms = counts.length - 1;
    return new Side(counts[terms], Arrays.copyOf(counts, terms));
  }

  private static List<Score> best(List<Score> scores, DoublePredicate z) {
    return scores.stream().filter(score -> z.test(score.z())).limit(MOST).toList();
  }

  private static List<Row> rows(
      String comparison, String side, Side a, Side b, List<Score> best, String[] terms) {
    return IntStream.range(0, best.size())
        .mapToObj(
            i -> {
              Score score = best.get(i);
              long articlesA = a.frequency()[score.term()];
              long articlesB = b.frequency()[score.term()];
              return RowFactory.create(
                  comparison,
                  side,
                  i + 1,
                  terms[score.term()],
                  articlesA,
                  articlesB,
                  (double) articlesA / a.articles(),
                  (double) articlesB / b.articles(),
                  score.logOdds(),
                  score.z(),
                  score.q());
            })
        .toList();
  }
}
