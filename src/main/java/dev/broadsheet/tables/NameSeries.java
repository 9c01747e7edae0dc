package dev.broadsheet.tables;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * What is counted of a name: its articles by topic and by day, and an example of each day. These
 * are arrays, because maps of objects take several times as long to send.
 */
final class NameSeries implements Serializable {
  private static final long serialVersionUID = 1;

  /** An article, and its title in small letters, in which names are looked for. */
  record Mention(Article article, String title) {
    static final Comparator<Mention> BY_DAY =
        Comparator.comparingInt(
            mention -> mention.article.hasDay() ? mention.article.day() : Integer.MAX_VALUE);

    static Mention in(Article article) {
      return new Mention(article, article.title().toLowerCase(Locale.ROOT));
    }

    /** An original, with the name in its title, rather than others; then the shortest. */
    private long rank(String name) {
      long worth = (article.isOriginal() ? 0 : 2) + (title.contains(name) ? 0 : 1);
      return worth << Integer.SIZE | article.words();
    }
  }

  private long articles;
  private int first = Integer.MAX_VALUE;
  private int last = Integer.MIN_VALUE;
  private int[] topics = {};
  private long[] byTopic = {};
  private int[] days = {};
  private long[] byDay = {};
  private long[] ranks = {};
  private String[] examples = {};

  private NameSeries() {}

  /**
   * Counts the articles of a name.
   *
   * @param mentions in the order of {@link Mention#BY_DAY}
   * @param counted the days of the tables over time
   */
  static NameSeries of(String name, List<Mention> mentions, ArticleCounts.Days counted) {
    var series = new NameSeries();
    series.articles = mentions.size();
    series.count(mentions.stream().map(Mention::article).toList());
    series.exemplify(
        name.toLowerCase(Locale.ROOT),
        mentions.stream()
            .filter(m -> m.article.mainTopic().isPresent() && counted.have(m.article))
            .toList());
    return series;
  }

  private void count(List<Article> mentioning) {
    int[] all =
        mentioning.stream()
            .map(Article::mainTopic)
            .filter(OptionalInt::isPresent)
            .mapToInt(OptionalInt::getAsInt)
            .sorted()
            .toArray();
    topics = Arrays.stream(all).distinct().toArray();
    byTopic = new long[topics.length];
    for (int topic : all) {
      byTopic[Arrays.binarySearch(topics, topic)]++;
    }
    for (Article article : mentioning) {
      if (article.hasDay()) {
        first = Math.min(first, article.day());
        last = Math.max(last, article.day());
      }
    }
  }

  private void exemplify(String name, List<Mention> dated) {
    days = dated.stream().mapToInt(mention -> mention.article.day()).distinct().toArray();
    byDay = new long[days.length];
    ranks = new long[days.length];
    examples = new String[days.length];
    int at = 0;
    for (Mention mention : dated) {
      at += days[at] == mention.article.day() ? 0 : 1;
      add(at, 1, mention.rank(name), mention.article.id());
    }
  }

  private void add(int at, long more, long rank, String example) {
    boolean better =
        byDay[at] == 0
            || rank < ranks[at]
            || rank == ranks[at] && example.compareTo(examples[at]) < 0;
    byDay[at] += more;
    ranks[at] = better ? rank : ranks[at];
    examples[at] = better ? example : examples[at];
  }

  /** Both together. */
  NameSeries with(NameSeries other) {
    var both = new NameSeries();
    both.articles = articles + other.articles;
    both.first = Math.min(first, other.first);
    both.last = Math.max(last, other.last);
    both.topics = union(topics, other.topics);
    both.byTopic = new long[both.topics.length];
    both.days = union(days, other.days);
    both.byDay = new long[both.days.length];
    both.ranks = new long[both.days.length];
    both.examples = new String[both.days.length];
    both.add(this);
    both.add(other);
    return both;
  }

  private static int[] union(int[] some, int[] others) {
    int[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }

  /** Adds one whose topics and days are among these. */
  private void add(NameSeries part) {
    int at = 0;
    for (int i = 0; i < part.topics.length; i++) {
      while (topics[at] != part.topics[i]) {
        at++;
      }
      byTopic[at] += part.byTopic[i];
    }
    at = 0;
    for (int i = 0; i < part.days.length; i++) {
      while (days[at] != part.days[i]) {
        at++;
      }
      add(at, part.byDay[i], part.ranks[i], part.examples[i]);
    }
  }

  /** Articles, duplicates too. */
  long articles() {
    return articles;
  }

  boolean hasDay() {
    return last != Integer.MIN_VALUE;
  }

  /** Days since 1970. */
  int first() {
    return first;
  }

  int last() {
    return last;
  }

  /** The commonest main topic, of equal ones the smallest; null if no article has one. */
  Integer topic() {
    int best = 0;
    for (int i = 1; i < topics.length; i++) {
      best = byTopic[i] > byTopic[best] ? i : best;
    }
    return topics.length == 0 ? null : (Integer) topics[best];
  }

  /** How many days of the tables over time have articles of it with a topic. */
  int days() {
    return days.length;
  }

  /** One of these, as days since 1970; they ascend. */
  int day(int place) {
    return days[place];
  }

  /** The articles of that day that have a topic. */
  long articles(int place) {
    return byDay[place];
  }

  /** The best example of them. */
  String example(int place) {
    return examples[place];
  }
}
