package dev.broadsheet.tables;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;

/**
 * All that the tables need of an article, a duplicate or an original, without its body. Tables over
 * all articles are passes over these objects: a query of Spark is planned and compiled for longer
 * than ten thousand of them are counted.
 */
public final class Article implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int NO_DAY = Integer.MIN_VALUE;

  private String id;
  private String title;
  private String url;
  private String source;
  private int day;
  private String language;
  private int words;
  private int ownWords;
  private String defects;
  private String snippet;
  private String duplicateOf;
  private String inputFile;
  private Story story = Story.NONE;
  private int[] topics = {};
  private double[] weights = {};
  private String[] names = {};
  private int[] terms = {};
  private int[] counts = {};

  /** Where in a story an article is: how like its first article, and whether it is that. */
  public static final class Story implements Serializable {
    private static final long serialVersionUID = 1;
    static final Story NONE = new Story(null, 0, false);

    private final String id;
    private final double similarity;
    private final boolean first;

    /** A place in a story. */
    public Story(String id, double similarity, boolean first) {
      this.id = id;
      this.similarity = similarity;
      this.first = first;
    }

    String id() {
      return id;
    }

    double similarity() {
      return similarity;
    }

    boolean isFirst() {
      return first;
    }
  }

  private Article() {}

  /**
   * An article that has no topic, name, term or story yet.
   *
   * @param row article_id, title, url, source, published, language, words, own_words, defects,
   *     snippet, duplicate_of, input_file
   */
  public static Article of(Row row) {
    var article = new Article();
    article.id = row.getAs("article_id");
    article.title = row.getAs("title");
    article.url = row.getAs("url");
    article.source = row.getAs("source");
    java.sql.Date published = row.getAs("published");
    article.day = published == null ? NO_DAY : (int) published.toLocalDate().toEpochDay();
    article.language = row.getAs("language");
    article.words = row.getAs("words");
    article.ownWords = row.getAs("own_words");
    article.defects = row.getAs("defects");
    article.snippet = row.getAs("snippet");
    article.duplicateOf = row.getAs("duplicate_of");
    article.inputFile = row.getAs("input_file");
    return article;
  }

  /**
   * Gives it its topics.
   *
   * @param topics topic_id, the main topic first
   * @param weights of these, which add up to 1
   */
  public Article withTopics(int[] topics, double[] weights) {
    this.topics = topics;
    this.weights = weights;
    return this;
  }

  /** Gives it the names that are in it, each once. */
  public Article withNames(String... names) {
    this.names = names;
    return this;
  }

  /**
   * Gives it its terms.
   *
   * @param terms places in the vocabulary, ascending
   * @param counts how often each is in it
   */
  public Article withTerms(int[] terms, int[] counts) {
    this.terms = terms;
    this.counts = counts;
    return this;
  }

  /** Puts it into a story. */
  public Article withStory(Story place) {
    story = place;
    return this;
  }

  /** Its article_id. */
  public String id() {
    return id;
  }

  String title() {
    return title;
  }

  /** As given; null where the article has none. */
  String url() {
    return url;
  }

  /** Null for articles without a URL. */
  String source() {
    return source;
  }

  boolean hasDay() {
    return day != NO_DAY;
  }

  /** Days since 1970; for an article that has a day. */
  int day() {
    return day;
  }

  /** Null where it has no day. */
  LocalDate published() {
    return hasDay() ? LocalDate.ofEpochDay(day) : null;
  }

  /** Null where texts are tokens already. */
  String language() {
    return language;
  }

  int words() {
    return words;
  }

  int ownWords() {
    return ownWords;
  }

  /** Null for none. */
  String defects() {
    return defects;
  }

  String snippet() {
    return snippet;
  }

  /** The original's id; null for an original. */
  String duplicateOf() {
    return duplicateOf;
  }

  /** Whether it is a duplicate of no other. */
  public boolean isOriginal() {
    return duplicateOf == null;
  }

  /** The article_id of what it is a duplicate of, or its own. */
  public String original() {
    return Objects.requireNonNullElse(duplicateOf, id);
  }

  String inputFile() {
    return inputFile;
  }

  int[] topics() {
    return topics;
  }

  double[] weights() {
    return weights;
  }

  OptionalInt mainTopic() {
    return topics.length == 0 ? OptionalInt.empty() : OptionalInt.of(topics[0]);
  }

  String[] names() {
    return names;
  }

  int[] terms() {
    return terms;
  }

  int[] counts() {
    return counts;
  }

  /** Whether the topics were learnt from it, among others: an original that has terms. */
  boolean isModelled() {
    return terms.length > 0;
  }

  Optional<Story> story() {
    return story.id() == null ? Optional.empty() : Optional.of(story);
  }

  /** Null for an article that is in no story. */
  String storyId() {
    return story.id();
  }
}
