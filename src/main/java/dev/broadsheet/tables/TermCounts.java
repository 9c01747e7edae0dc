package dev.broadsheet.tables;

import dev.broadsheet.dates.Period;
import dev.broadsheet.statistics.Keyness;
import dev.broadsheet.statistics.Trends;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/**
 * In how many originals each term is, by period and by side of each comparison: one pass, of the
 * size of terms × (periods + sides).
 */
public final class TermCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private final LocalDate[] periods;
  private final long[] totals;
  private final String[] comparisons;
  private final int[][] byPeriod;
  private final int[][] bySide;
  private final long[] sides;

  private TermCounts(LocalDate[] periods, long[] totals, String[] comparisons, int terms) {
    this.periods = periods;
    this.totals = totals;
    this.comparisons = comparisons;
    byPeriod = new int[periods.length][terms];
    bySide = new int[2 * comparisons.length][terms];
    sides = new long[2 * comparisons.length];
  }

  /**
   * Counts the terms of all articles and of those in the latest periods that have any.
   *
   * @param counts of the same articles
   * @param sources of the same articles
   */
  public static TermCounts of(Findings.Corpus corpus, ArticleCounts counts, SourceCounts sources) {
    JavaRDD<Article> articles = corpus.articles();
    Period period = corpus.periods().period();
    int terms = corpus.vocabulary().size();
    List<Comparison> comparisons =
        Comparison.of(corpus.periods(), sources.largestModelled(), corpus.compare());
    var volumes = new TreeMap<LocalDate, Long>();
    long[] modelled = counts.modelledByDay();
    IntStream.range(0, modelled.length)
        .filter(day -> modelled[day] > 0)
        .forEach(
            day -> volumes.merge(period.start(counts.days().day(day)), modelled[day], Long::sum));
    List<LocalDate> starts =
        volumes.keySet().stream()
            .skip(Math.max(0, volumes.size() - Trends.JUDGED - Trends.EARLIER))
            .toList();
    var zero =
        new TermCounts(
            starts.toArray(LocalDate[]::new),
            starts.stream().mapToLong(volumes::get).toArray(),
            comparisons.stream().map(Comparison::name).toArray(String[]::new),
            terms);
    List<Comparison.Side> sides =
        comparisons.stream().flatMap(c -> Stream.of(c.a(), c.b())).toList();
    ArticleCounts.Days days = counts.days();
    int[] numbers =
        IntStream.range(0, days.count())
            .map(day -> starts.indexOf(period.start(days.day(day))))
            .toArray();
    int cores = articles.context().defaultParallelism();
    return articles
        .coalesce(cores)
        .treeAggregate(
            zero, (sum, article) -> sum.add(article, days, numbers, sides), TermCounts::add);
  }

  private TermCounts add(
      Article article, ArticleCounts.Days days, int[] numbers, List<Comparison.Side> all) {
    if (!article.isModelled()) {
      return this;
    }
    int day = days.number(article);
    if (day >= 0 && numbers[day] >= 0) {
      count(byPeriod[numbers[day]], article.terms());
    }
    for (int side = 0; side < sides.length; side++) {
      if (all.get(side).has(article)) {
        sides[side]++;
        count(bySide[side], article.terms());
      }
    }
    return this;
  }

  private static void count(int[] counts, int[] terms) {
    for (int term : terms) {
      counts[term]++;
    }
  }

  private TermCounts add(TermCounts other) {
    for (int i = 0; i < byPeriod.length; i++) {
      add(byPeriod[i], other.byPeriod[i]);
    }
    for (int i = 0; i < bySide.length; i++) {
      add(bySide[i], other.bySide[i]);
      sides[i] += other.sides[i];
    }
    return this;
  }

  private static void add(int[] to, int[] more) {
    for (int term = 0; term < to.length; term++) {
      to[term] += more[term];
    }
  }

  /** The first days of the periods, in order. */
  List<LocalDate> periods() {
    return List.of(periods);
  }

  /** Originals that have terms by period. */
  long[] totals() {
    return totals;
  }

  /** Originals that have a term by period. */
  long[] byPeriod(int term) {
    return Arrays.stream(byPeriod).mapToLong(counts -> counts[term]).toArray();
  }

  /** The names of the comparisons. */
  List<String> comparisons() {
    return List.of(comparisons);
  }

  /** The articles and terms of side a (0) or b (1) of a comparison. */
  Keyness.Side side(int comparison, int side) {
    int at = 2 * comparison + side;
    return new Keyness.Side(
        sides[at], Arrays.stream(bySide[at]).mapToLong(count -> count).toArray());
  }
}
