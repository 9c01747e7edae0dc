package dev.broadsheet.tables;

import dev.broadsheet.dates.CrowdedDay;
import dev.broadsheet.dates.Period;
import dev.broadsheet.neighbours.TermWeights;
import dev.broadsheet.statistics.FalseDiscoveryRate;
import dev.broadsheet.statistics.Trends;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** What is new: the terms that flared up in one of the latest periods. */
final class TrendingTermsTable extends BoundedTable {
  private static final int MOST_A_PERIOD = 50;
  private static final double MOST_FALSE = 0.1;

  TrendingTermsTable() {
    super(
        "trending_terms",
        "A term that flared up in a day, week or month (--period): up to 50 for each of the 14"
            + " latest with articles, judged by up to 60 before it. Verbs and their like, as the"
            + " corpus uses them, are left out, and so is a period with a day that has a suspicious"
            + " part of the archive (the check crowded_day).",
        """
        period_start DATE NOT NULL COMMENT 'first day of the period; articles without a date are in none',
        term STRING NOT NULL COMMENT 'as in terms',
        articles BIGINT NOT NULL COMMENT 'original articles of the period that have it, at least 3',
        expected DOUBLE NOT NULL COMMENT 'articles that the term''s share of the periods before, its flares apart, makes of all of this one; a new term counts as half an article there',
        z DOUBLE NOT NULL COMMENT 'surprise, as in topic_days',
        q DOUBLE NOT NULL COMMENT 'false discovery rate among the terms of the period that may be here, at most 0.1',
        example_article_id STRING NOT NULL COMMENT 'the article of the period with the largest tfidf of the term times its number of trending terms, because those of one event stand together'
        """,
        "period_start",
        "term");
  }

  /** A trend of a term, and how surprising it is among all of the period. */
  private record Judged(int term, Trends.Trend trend, double q) {
    static final Comparator<Judged> SUREST =
        Comparator.comparingDouble((Judged j) -> -j.trend.z())
            .thenComparing(j -> -j.trend.articles())
            .thenComparing(Judged::term);
  }

  @Override
  List<Row> rows(Findings findings) {
    TermCounts counts = findings.counts().terms();
    ArticleCounts articles = findings.counts().articles();
    Period period = findings.corpus().periods().period();
    Map<Integer, List<Judged>> trending = trending(counts, findings.nominals());
    CrowdedDay.of(articles.byDay()).stream()
        .map(day -> counts.periods().indexOf(period.start(articles.days().day(day))))
        .forEach(trending::remove);
    Map<LocalDate, int[]> wanted = new HashMap<>();
    trending.forEach(
        (number, judged) ->
            wanted.put(
                counts.periods().get(number), judged.stream().mapToInt(Judged::term).toArray()));
    Examples examples =
        Examples.of(
            findings.articles(), articles.days(), period, wanted, findings.vocabulary().idf());
    List<Row> rows = new ArrayList<>();
    trending.forEach(
        (number, judged) -> {
          LocalDate start = counts.periods().get(number);
          judged.forEach(
              j ->
                  rows.add(
                      RowFactory.create(
                          start,
                          findings.vocabulary().terms()[j.term],
                          j.trend.articles(),
                          j.trend.expected(),
                          j.trend.z(),
                          j.q,
                          examples.id(start, j.term))));
        });
    return rows;
  }

  /** The trending terms of each period, by its number. */
  private static Map<Integer, List<Judged>> trending(TermCounts counts, int[] terms) {
    List<List<Trends.Trend>> trends =
        Arrays.stream(terms)
            .parallel()
            .mapToObj(term -> Trends.of(counts.byPeriod(term), counts.totals()))
            .toList();
    Map<Integer, FalseDiscoveryRate> tests = new TreeMap<>();
    trends.forEach(
        ofTerm ->
            ofTerm.forEach(
                t -> tests.computeIfAbsent(t.period(), p -> new FalseDiscoveryRate()).add(t.p())));
    Map<Integer, List<Judged>> judged = new TreeMap<>();
    tests.forEach(
        (period, all) -> {
          FalseDiscoveryRate.Rates rates = all.rates(terms.length);
          judged.put(
              period,
              IntStream.range(0, terms.length)
                  .boxed()
                  .flatMap(
                      i ->
                          trends.get(i).stream()
                              .filter(t -> t.period() == period)
                              .map(t -> new Judged(terms[i], t, rates.of(t.p()))))
                  .filter(j -> j.q <= MOST_FALSE)
                  .sorted(Judged.SUREST)
                  .limit(MOST_A_PERIOD)
                  .toList());
        });
    return judged;
  }

  /** The best article of each trending term of a period, in one pass. */
  private static final class Examples implements Serializable {
    private static final long serialVersionUID = 1;

    /** An article, and how well it shows a term. */
    private static final class Example implements Serializable {
      private static final long serialVersionUID = 1;
      private final String id;
      private final double worth;

      Example(String id, double worth) {
        this.id = id;
        this.worth = worth;
      }

      Example better(Example other) {
        boolean mine = worth != other.worth ? worth > other.worth : id.compareTo(other.id) <= 0;
        return mine ? this : other;
      }
    }

    private final Map<LocalDate, Map<Integer, Example>> best = new HashMap<>();

    /**
     * Finds examples.
     *
     * @param wanted the terms of each period by its first day
     */
    static Examples of(
        JavaRDD<Article> articles,
        ArticleCounts.Days days,
        Period period,
        Map<LocalDate, int[]> wanted,
        double[] idf) {
      Map<LocalDate, boolean[]> asked = new HashMap<>();
      wanted.forEach(
          (start, terms) -> {
            boolean[] has = new boolean[idf.length];
            for (int term : terms) {
              has[term] = true;
            }
            asked.put(start, has);
          });
      return articles
          .filter(article -> article.isModelled() && days.have(article))
          .treeAggregate(
              new Examples(),
              (examples, article) -> {
                LocalDate start = period.start(article.published());
                boolean[] terms = asked.get(start);
                return terms == null ? examples : examples.add(start, article, terms, idf);
              },
              Examples::add);
    }

    private Examples add(LocalDate start, Article article, boolean[] asked, double[] idf) {
      int[] places =
          IntStream.range(0, article.terms().length)
              .filter(i -> asked[article.terms()[i]])
              .toArray();
      if (places.length > 0) {
        double[] tfidf = TermWeights.tfidf(article.terms(), article.counts(), idf);
        Map<Integer, Example> ofPeriod = best.computeIfAbsent(start, s -> new HashMap<>());
        for (int i : places) {
          // Terms of one event stand together, so the more of them the better.
          var example = new Example(article.id(), places.length * tfidf[i]);
          ofPeriod.merge(article.terms()[i], example, Example::better);
        }
      }
      return this;
    }

    private Examples add(Examples other) {
      other.best.forEach(
          (start, examples) ->
              examples.forEach(
                  (term, example) ->
                      best.computeIfAbsent(start, s -> new HashMap<>())
                          .merge(term, example, Example::better)));
      return this;
    }

    String id(LocalDate start, int term) {
      return best.get(start).get(term).id;
    }
  }
}
