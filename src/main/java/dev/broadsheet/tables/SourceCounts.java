package dev.broadsheet.tables;

import dev.broadsheet.topics.description.TopicSources;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * What is counted of the sources: articles by topic of the largest ones, and of all sources what
 * the judgement of topics needs. The driver has {@value #LARGEST} sources × topics, however many
 * sources there are.
 */
public final class SourceCounts implements Serializable {
  private static final long serialVersionUID = 1;

  /** So many sources are kept, of those with the most articles. */
  static final int LARGEST = 1000;

  private static final int MODELLED = 10;

  private static final Comparator<Source> BY_ARTICLES =
      Comparator.comparingLong(Source::articles)
          .reversed()
          .thenComparing(Source::name, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<Source> BY_MODELLED =
      Comparator.comparingLong(Source::modelled).reversed().thenComparing(Source::name);

  /** Articles of a topic and a source, and the first day of these. */
  static final class Cell implements Serializable {
    private static final long serialVersionUID = 1;
    private long articles;
    private int first = Integer.MAX_VALUE;

    long articles() {
      return articles;
    }

    /** Null if none has a day. */
    LocalDate first() {
      return first == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(first);
    }

    private void add(Article article) {
      articles++;
      first = article.hasDay() ? Math.min(first, article.day()) : first;
    }

    private Cell add(Cell other) {
      articles += other.articles;
      first = Math.min(first, other.first);
      return this;
    }
  }

  /** A source; without a name, the articles that have no URL. */
  static final class Source implements Serializable {
    private static final long serialVersionUID = 1;
    private final String name;
    private final Map<Integer, Cell> topics = new HashMap<>();
    private long modelled;

    private Source(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    /** Articles with a topic. */
    long articles() {
      return topics.values().stream().mapToLong(Cell::articles).sum();
    }

    long modelled() {
      return modelled;
    }

    /** Its articles by topic_id. */
    Map<Integer, Cell> topics() {
      return topics;
    }

    private Source add(Article article) {
      article.mainTopic().ifPresent(id -> topics.computeIfAbsent(id, t -> new Cell()).add(article));
      modelled += article.isModelled() ? 1 : 0;
      return this;
    }

    private Source add(Source other) {
      other.topics.forEach((id, cell) -> topics.merge(id, cell, Cell::add));
      modelled += other.modelled;
      return this;
    }
  }

  private final TopicSources topicSources = new TopicSources();
  private List<Source> largest = new ArrayList<>();
  private List<Source> largestModelled = new ArrayList<>();

  private SourceCounts() {}

  /** Counts articles. */
  public static SourceCounts of(JavaRDD<Article> articles) {
    SourceCounts counts =
        articles
            .mapPartitions(
                partition -> {
                  Map<String, Source> sources = new HashMap<>();
                  partition.forEachRemaining(
                      article ->
                          sources.computeIfAbsent(article.source(), Source::new).add(article));
                  return sources.values().iterator();
                })
            .mapToPair(source -> new Tuple2<>(source.name(), source))
            .reduceByKey(Source::add)
            .values()
            .treeAggregate(new SourceCounts(), SourceCounts::add, SourceCounts::add);
    counts.prune();
    return counts;
  }

  private SourceCounts add(Source source) {
    source.topics().forEach((id, cell) -> topicSources.add(source.name(), id, cell.articles()));
    topicSources.addSource(source.name(), source.articles());
    largest.add(source);
    if (source.name() != null && source.modelled() > 0) {
      largestModelled.add(source);
    }
    if (largest.size() >= 2 * LARGEST) {
      prune();
    }
    return this;
  }

  private SourceCounts add(SourceCounts other) {
    topicSources.add(other.topicSources);
    largest.addAll(other.largest);
    largestModelled.addAll(other.largestModelled);
    prune();
    return this;
  }

  private void prune() {
    largest = first(largest, BY_ARTICLES, LARGEST);
    largestModelled = first(largestModelled, BY_MODELLED, MODELLED);
  }

  private static List<Source> first(List<Source> sources, Comparator<Source> order, int most) {
    return new ArrayList<>(sources.stream().sorted(order).limit(most).toList());
  }

  /** From how many sources the articles of each topic are. */
  public TopicSources topicSources() {
    return topicSources;
  }

  /** The sources with the most articles that have a topic, the largest first. */
  List<Source> largest() {
    return largest.stream().filter(source -> source.articles() > 0).toList();
  }

  /** The names of the ten with the most articles that topics were learnt from. */
  List<String> largestModelled() {
    return largestModelled.stream().map(Source::name).toList();
  }
}
