package dev.broadsheet.topics;

import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

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

  private static final int LISTS = 8;
  static final int A_GROUP = 256;

  /**
   * All lists of a part of the terms are made in one task, which gets an article once for all of
   * them: the fewer parts, the less is shuffled. A part has some twenty thousand articles.
   */
  private static final int PARTITIONS_A_PART = 5;

  private NearestArticles() {}

  /** An article to compare: places in the vocabulary, ascending, and how often each is in it. */
  public static final class Document implements Serializable {
    private static final long serialVersionUID = 1;
    private final String id;
    private final int[] terms;
    private final int[] counts;

    /** An article with these terms. */
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

  /** An article in the lists of some of its terms. */
  static final class Listed implements Serializable {
    private static final long serialVersionUID = 1;
    private final Document document;
    private final int[] best;

    Listed(Document document, int[] best) {
      this.document = document;
      this.best = best;
    }

    Document document() {
      return document;
    }

    /** In whose lists it is, as indices of its terms. */
    int[] best() {
      return best;
    }
  }

  /** Another article, and its cosine. */
  public static final class Neighbour implements Serializable {
    private static final long serialVersionUID = 1;

    static final Comparator<Neighbour> NEAREST =
        Comparator.comparingDouble(Neighbour::similarity).reversed().thenComparing(Neighbour::id);

    private final String id;
    private final double similarity;

    Neighbour(String id, double similarity) {
      this.id = id;
      this.similarity = similarity;
    }

    /** Its article_id. */
    public String id() {
      return id;
    }

    /** 0 to 1. */
    public double similarity() {
      return similarity;
    }
  }

  /**
   * The nearest other articles of each that shares one of its best terms with another, the nearest
   * first.
   *
   * @param idf of the vocabulary
   * @param partitions that all articles have, each some thousands of them
   */
  public static JavaPairRDD<String, List<Neighbour>> among(
      JavaRDD<Document> documents, double[] idf, int partitions) {
    int parts = 1 + partitions / PARTITIONS_A_PART;
    return ByKey.merged(
        documents
            .flatMapToPair(document -> listed(document, idf, parts).iterator())
            .partitionBy(new HashPartitioner(parts))
            .mapPartitionsToPair(part -> NearestInPart.of(part, idf)),
        NearestArticles::nearest);
  }

  /** The article for every part of the terms in which it is in a list. */
  private static List<Tuple2<Integer, Listed>> listed(Document document, double[] idf, int parts) {
    double[] weights = TermWeights.tfidf(document.terms, document.counts, idf);
    int[] best =
        IntStream.range(0, weights.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
            .limit(LISTS)
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.of(best)
        .map(i -> document.terms[i] % parts)
        .distinct()
        .mapToObj(
            part ->
                new Tuple2<>(
                    part,
                    new Listed(
                        document,
                        IntStream.of(best)
                            .filter(i -> document.terms[i] % parts == part)
                            .toArray())))
        .toList();
  }

  /** The nearest of both; what is in both is the same. */
  private static List<Neighbour> nearest(List<Neighbour> a, List<Neighbour> b) {
    List<Neighbour> all = new ArrayList<>(a);
    for (Neighbour other : b) {
      if (a.stream().noneMatch(known -> known.id.equals(other.id))) {
        all.add(other);
      }
    }
    all.sort(Neighbour.NEAREST);
    return new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
  }
}
