package dev.broadsheet.neighbours;

import java.io.Serializable;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;

/**
 * The articles most like each article by the cosine of their tfidf, without comparing all with all.
 *
 * <p>Every article is in the list of each of its {@value #LISTS} best terms. A list is sorted by
 * the term's weight and cut into groups of {@value #A_GROUP}; all pairs of a group are compared
 * exactly. So an article is compared with at most {@value #LISTS} · {@value #A_GROUP} others,
 * however many there are, and is found by those for which the same word matters as much. What is
 * missed are articles that share only what matters little in one of them.
 */
public final class NearestArticles {
  /** The most that an article has. */
  public static final int MOST = 5;

  static final int LISTS = 8;
  static final int A_GROUP = 256;

  /**
   * All lists of a part of the terms are made in one task, which gets an article once for all of
   * them: the fewer parts, the less is shuffled. There is one for each core, and there are more
   * where the articles of one would be more than those of so many partitions: a million, of 280
   * bytes each. An article goes to eight parts at most, however many there are, and to few where
   * its best terms are of one topic.
   */
  private static final int PARTITIONS_A_PART = 256;

  private NearestArticles() {}

  /** An article to compare: places in the vocabulary, ascending, and how often each is in it. */
  public static final class Document implements Serializable {
    private static final long serialVersionUID = 1;
    private final String id;
    private final int[] terms;
    private final int[] counts;

    /**
     * An article with these terms.
     *
     * @param id of 16 hexadecimal digits, as every article_id
     */
    public Document(String id, int[] terms, int[] counts) {
      this.id = id;
      this.terms = terms;
      this.counts = counts;
    }

    /** Its article_id. */
    public String id() {
      return id;
    }

    int[] terms() {
      return terms;
    }

    int[] counts() {
      return counts;
    }
  }

  /**
   * The nearest other articles of each that shares one of its best terms with another.
   *
   * @param idf of the vocabulary
   * @param order of its terms
   * @param partitions that all articles have, each some thousands of them, 1 at least; and that the
   *     result has, by the hash of the article_id
   */
  public static JavaPairRDD<String, Neighbours> among(
      JavaRDD<Document> documents, double[] idf, TermOrder order, int partitions) {
    int parts = parts(partitions, documents.context().defaultParallelism());
    return documents
        .mapPartitionsToPair(some -> PackedArticles.of(some, idf, order, parts))
        .partitionBy(new HashPartitioner(parts))
        .mapPartitionsToPair(part -> NearestInPart.of(part, idf, partitions))
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitionsToPair(Neighbours::merged, true);
  }

  /**
   * Into how many parts the terms are cut; the result does not depend on it.
   *
   * @param partitions that all articles have
   * @param cores of all executors
   */
  static int parts(int partitions, int cores) {
    int parts = Math.max(1, Math.min(cores, partitions));
    while (partitions * (1 - Math.pow(1 - 1.0 / parts, LISTS)) > PARTITIONS_A_PART) {
      parts++;
    }
    return parts;
  }
}
