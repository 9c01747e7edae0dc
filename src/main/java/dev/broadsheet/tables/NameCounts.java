package dev.broadsheet.tables;

import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Where and when each name is in the news: one object a name on the cluster, of the size of its
 * days and topics.
 *
 * @param byName what is counted of each name; shuffled once, whatever it is used for
 */
public record NameCounts(JavaPairRDD<String, NameCounts.OfName> byName) {
  /** The articles of a name on a day that have a topic. */
  static final class OfDay implements Serializable {
    private static final long serialVersionUID = 1;
    private long articles;
    private Example example;

    long articles() {
      return articles;
    }

    /** An original, with the name in its title, rather than others; then the shortest. */
    String example() {
      return example.id;
    }

    private void add(Example more) {
      articles++;
      example = example == null || more.compareTo(example) < 0 ? more : example;
    }

    private OfDay add(OfDay other) {
      articles += other.articles;
      example = other.example.compareTo(example) < 0 ? other.example : example;
      return this;
    }
  }

  private static final class Example implements Comparable<Example>, Serializable {
    private static final long serialVersionUID = 1;
    private final int worth;
    private final int words;
    private final String id;

    Example(Article article, String name) {
      boolean headlined =
          article.title().toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
      worth = (article.isOriginal() ? 0 : 2) + (headlined ? 0 : 1);
      words = article.words();
      id = article.id();
    }

    @Override
    public int compareTo(Example other) {
      int byWorth = Integer.compare(worth, other.worth);
      int byWords = byWorth != 0 ? byWorth : Integer.compare(words, other.words);
      return byWords != 0 ? byWords : id.compareTo(other.id);
    }
  }

  /** What is counted of a name. */
  static final class OfName implements Serializable {
    private static final long serialVersionUID = 1;
    private long articles;
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private final Map<Integer, Long> topics = new HashMap<>();
    private final TreeMap<Integer, OfDay> days = new TreeMap<>();

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
      return topics.isEmpty()
          ? null
          : Collections.min(
                  topics.entrySet(),
                  Map.Entry.<Integer, Long>comparingByValue()
                      .reversed()
                      .thenComparing(Map.Entry.comparingByKey()))
              .getKey();
    }

    /** Days of the tables over time, as days since 1970, and the articles of each. */
    TreeMap<Integer, OfDay> days() {
      return days;
    }

    private void add(Article article, boolean dated, String name) {
      articles++;
      article.mainTopic().ifPresent(id -> topics.merge(id, 1L, Long::sum));
      if (article.hasDay()) {
        first = Math.min(first, article.day());
        last = Math.max(last, article.day());
      }
      if (dated && article.mainTopic().isPresent()) {
        days.computeIfAbsent(article.day(), day -> new OfDay()).add(new Example(article, name));
      }
    }

    private OfName add(OfName other) {
      articles += other.articles;
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
      other.topics.forEach((id, count) -> topics.merge(id, count, Long::sum));
      other.days.forEach((day, more) -> days.merge(day, more, OfDay::add));
      return this;
    }
  }

  /**
   * Counts the names of articles.
   *
   * @param counts of the same articles
   */
  public static NameCounts of(JavaRDD<Article> articles, ArticleCounts counts) {
    ArticleCounts.Days days = counts.days();
    return new NameCounts(
        ByKey.merged(
            articles.mapPartitionsToPair(
                partition -> {
                  Map<String, OfName> names = new HashMap<>();
                  partition.forEachRemaining(
                      article ->
                          Arrays.stream(article.names())
                              .forEach(
                                  name ->
                                      names
                                          .computeIfAbsent(name, n -> new OfName())
                                          .add(article, days.have(article), name)));
                  return names.entrySet().stream()
                      .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
                      .iterator();
                }),
            OfName::add));
  }
}
