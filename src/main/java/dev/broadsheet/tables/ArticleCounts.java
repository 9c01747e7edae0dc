package dev.broadsheet.tables;

import dev.broadsheet.dates.DateRange;
import dev.broadsheet.topics.description.TopicSizes;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;

/**
 * What is counted of all articles in one pass, of the size of topics × days: how many are of each
 * topic, and how many of these on each day.
 */
public final class ArticleCounts implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * Weights are added as whole numbers of this part, because sums of doubles depend on the order.
   */
  private static final double UNIT = 1e-12;

  /** The days that are counted, one after another. */
  static final class Days implements Serializable {
    private static final long serialVersionUID = 1;
    private final int first;
    private final int count;

    Days(int first, int count) {
      this.first = first;
      this.count = count;
    }

    /** The first, as days since 1970. */
    int first() {
      return first;
    }

    int count() {
      return count;
    }

    /** Whether an article is of one of them. */
    boolean have(Article article) {
      return number(article) >= 0;
    }

    /** The number of an article's day, from 0; below 0 for an article that is of none. */
    int number(Article article) {
      return article.hasDay() && article.day() < first + count
          ? Math.max(-1, article.day() - first)
          : -1;
    }

    LocalDate day(int number) {
      return LocalDate.ofEpochDay(first + number);
    }
  }

  private final int[] ids;
  private final Days days;
  private final long[] articles;
  private final long[] weights;
  private final long[][] byDay;
  private final long[] modelled;

  private ArticleCounts(int[] ids, Days days) {
    this.ids = ids;
    this.days = days;
    articles = new long[ids.length];
    weights = new long[ids.length];
    byDay = new long[ids.length][days.count()];
    modelled = new long[days.count()];
  }

  /**
   * Counts articles.
   *
   * @param topicIds of all topics
   * @param dates the days to count by; empty if no article has one
   */
  public static ArticleCounts of(
      JavaRDD<Article> articles, int[] topicIds, Optional<DateRange> dates) {
    int[] ids = Arrays.stream(topicIds).sorted().toArray();
    int first = dates.map(range -> (int) range.first().toEpochDay()).orElse(0);
    int days = dates.map(range -> (int) range.days()).orElse(0);
    return articles.treeAggregate(
        new ArticleCounts(ids, new Days(first, days)), ArticleCounts::add, ArticleCounts::add);
  }

  private ArticleCounts add(Article article) {
    for (int i = 0; i < article.topics().length; i++) {
      weights[place(article.topics()[i])] += (long) (article.weights()[i] / UNIT);
    }
    int day = days.number(article);
    if (article.mainTopic().isPresent()) {
      int topic = place(article.mainTopic().getAsInt());
      articles[topic]++;
      if (day >= 0) {
        byDay[topic][day]++;
      }
    }
    if (day >= 0 && article.isModelled()) {
      modelled[day]++;
    }
    return this;
  }

  private ArticleCounts add(ArticleCounts other) {
    add(articles, other.articles);
    add(weights, other.weights);
    add(modelled, other.modelled);
    for (int topic = 0; topic < byDay.length; topic++) {
      add(byDay[topic], other.byDay[topic]);
    }
    return this;
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }

  private int place(int topicId) {
    return Arrays.binarySearch(ids, topicId);
  }

  /** How large the topics are. */
  public TopicSizes sizes() {
    return new TopicSizes(ids, articles, weights);
  }

  /** The ids of the topics, ascending. */
  int[] topicIds() {
    return ids;
  }

  Days days() {
    return days;
  }

  /** Articles by topic, in the order of their ids, and day. */
  long[][] byTopicAndDay() {
    return byDay;
  }

  /** Articles with a topic by day. */
  long[] byDay() {
    long[] totals = new long[days.count()];
    Arrays.stream(byDay).forEach(topic -> add(totals, topic));
    return totals;
  }

  /** Originals that have terms by day. */
  long[] modelledByDay() {
    return modelled;
  }
}
