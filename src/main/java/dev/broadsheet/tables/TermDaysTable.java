package dev.broadsheet.tables;

import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
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
  JavaRDD<Row> rows(Findings findings) {
    ArticleCounts.Days days = findings.counts().articles().days();
    String[] terms = findings.vocabulary().terms();
    return ByKey.merged(
            findings.articles().mapPartitionsToPair(articles -> counted(articles, days)),
            Series::add)
        .flatMap(term -> term._2().rows(terms[term._1()], days).iterator());
  }

  /** Sorting the numbers of all terms and days costs a tenth of a table of objects. */
  private static Iterator<Tuple2<Integer, Series>> counted(
      Iterator<Article> articles, ArticleCounts.Days days) {
    long[] found = new long[1 << 12];
    int size = 0;
    while (articles.hasNext()) {
      Article article = articles.next();
      long day = days.number(article);
      if (day >= 0) {
        for (int term : article.terms()) {
          found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
          found[size++] = (long) term << Integer.SIZE | day;
        }
      }
    }
    Arrays.sort(found, 0, size);
    List<Tuple2<Integer, Series>> counts = new ArrayList<>();
    for (int from = 0; from < size; ) {
      int term = (int) (found[from] >> Integer.SIZE);
      int to = from;
      while (to < size && (int) (found[to] >> Integer.SIZE) == term) {
        to++;
      }
      counts.add(new Tuple2<>(term, Series.of(found, from, to)));
      from = to;
    }
    return counts.iterator();
  }

  /** The days on which a term occurs, ascending, and in how many articles. */
  private static final class Series implements Serializable {
    private static final long serialVersionUID = 1;
    private final int[] days;
    private final int[] articles;

    private Series(int[] days, int[] articles) {
      this.days = days;
      this.articles = articles;
    }

    static Series of(long[] sorted, int from, int to) {
      int[] days = new int[to - from];
      int[] articles = new int[to - from];
      int n = 0;
      for (int i = from; i < to; i++) {
        int day = (int) sorted[i];
        n += n == 0 || days[n - 1] != day ? 1 : 0;
        days[n - 1] = day;
        articles[n - 1]++;
      }
      return new Series(Arrays.copyOf(days, n), Arrays.copyOf(articles, n));
    }

    Series add(Series other) {
      int[] all = new int[days.length + other.days.length];
      int[] counts = new int[all.length];
      int n = 0;
      for (int i = 0, j = 0; i < days.length || j < other.days.length; n++) {
        boolean mine = j == other.days.length || i < days.length && days[i] <= other.days[j];
        boolean both = mine && j < other.days.length && days[i] == other.days[j];
        all[n] = mine ? days[i] : other.days[j];
        counts[n] = (mine ? articles[i] : 0) + (both || !mine ? other.articles[j] : 0);
        i += mine ? 1 : 0;
        j += both || !mine ? 1 : 0;
      }
      return new Series(Arrays.copyOf(all, n), Arrays.copyOf(counts, n));
    }

    List<Row> rows(String term, ArticleCounts.Days axis) {
      return IntStream.range(0, days.length)
          .mapToObj(i -> RowFactory.create(term, axis.day(days[i]), (long) articles[i]))
          .toList();
    }
  }
}
