package dev.broadsheet.tables;

import dev.broadsheet.shuffle.LongCounts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** When each term was in the news. */
final class TermDaysTable extends DistributedTable {
  TermDaysTable() {
    super(
        "term_days",
        "A term on a day on which it occurs; on the other days it has no articles."
            + " Articles without a date are not in it.",
        """
        term STRING NOT NULL COMMENT 'as in terms',
        day DATE NOT NULL COMMENT 'a day with articles that have the term',
        articles BIGINT NOT NULL COMMENT 'original articles of that day that have it'
        """,
        Growth.ARTICLES,
        "term",
        "day");
  }

  @Override
  public int shuffles() {
    return 2;
  }

  @Override
  public void write(Findings findings, TableFiles files) {
    files.write(this, series(findings), rowsOf(findings));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return series(findings).flatMap(rowsOf(findings));
  }

  private static JavaPairRDD<String, LongCounts.Series> series(Findings findings) {
    ArticleCounts.Days days = findings.counts().articles().days();
    String[] terms = findings.vocabulary().terms();
    int vocabulary = terms.length;
    return LongCounts.byKey(
            findings.articles().mapPartitions(some -> numbers(some, days, vocabulary)))
        .mapToPair(term -> new Tuple2<>(terms[term._1()], term._2()));
  }

  /** The days of each term, in order without sorting them: a pass over the articles by day. */
  private static Iterator<long[]> numbers(
      Iterator<Article> articles, ArticleCounts.Days days, int vocabulary) {
    List<Article> dated = new ArrayList<>();
    int[] next = new int[vocabulary + 1];
    articles.forEachRemaining(
        article -> {
          if (article.isModelled() && days.have(article)) {
            dated.add(article);
            for (int term : article.terms()) {
              next[term + 1]++;
            }
          }
        });
    for (int term = 0; term < vocabulary; term++) {
      next[term + 1] += next[term];
    }
    dated.sort(Comparator.comparingInt(days::number));
    long[] numbers = new long[next[vocabulary]];
    for (Article article : dated) {
      for (int term : article.terms()) {
        numbers[next[term]++] = LongCounts.number(term, days.number(article));
      }
    }
    return List.of(numbers).iterator();
  }

  private static FlatMapFunction<Tuple2<String, LongCounts.Series>, Row> rowsOf(Findings findings) {
    ArticleCounts.Days axis = findings.counts().articles().days();
    return term ->
        term._2()
            .map(
                (day, articles) -> RowFactory.create(term._1(), axis.day(day.intValue()), articles))
            .iterator();
  }
}
