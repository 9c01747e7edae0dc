package dev.broadsheet.topics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
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
  private static final int A_GROUP = 256;

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

  /** Where an article stands in the list of a term. */
  private static final class Place implements Comparable<Place>, Serializable {
    private static final long serialVersionUID = 1;
    private final int term;
    private final double weight;
    private final String id;

    Place(int term, double weight, String id) {
      this.term = term;
      this.weight = weight;
      this.id = id;
    }

    @Override
    public int compareTo(Place other) {
      int byTerm = Integer.compare(term, other.term);
      int byWeight = byTerm != 0 ? byTerm : Double.compare(other.weight, weight);
      return byWeight != 0 ? byWeight : id.compareTo(other.id);
    }
  }

  /** All places of a term are in one partition. */
  private static final class ByTerm extends HashPartitioner {
    private static final long serialVersionUID = 1;

    ByTerm(int partitions) {
      super(partitions);
    }

    @Override
    public int getPartition(Object place) {
      return super.getPartition(((Place) place).term);
    }
  }

  /**
   * The nearest other articles of each that shares one of its best terms with another, the nearest
   * first.
   *
   * @param idf of the vocabulary
   */
  public static JavaPairRDD<String, List<Neighbour>> among(
      JavaRDD<Document> documents, double[] idf) {
    return documents
        .flatMapToPair(document -> places(document, idf).iterator())
        .repartitionAndSortWithinPartitions(new ByTerm(documents.getNumPartitions()))
        .mapPartitionsToPair(places -> new Groups(places, idf))
        .reduceByKey(NearestArticles::nearest);
  }

  private static List<Tuple2<Place, Document>> places(Document document, double[] idf) {
    double[] weights = TermWeights.tfidf(document.terms, document.counts, idf);
    return IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]))
        .limit(LISTS)
        .map(i -> new Tuple2<>(new Place(document.terms[i], weights[i], document.id), document))
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

  /** The nearest others in every group of a partition, which is sorted by term. */
  private static final class Groups implements Iterator<Tuple2<String, List<Neighbour>>> {
    private final Iterator<Tuple2<Place, Document>> places;
    private final double[] idf;
    private final double[] weights;
    private Tuple2<Place, Document> next;
    private Iterator<Tuple2<String, List<Neighbour>>> found =
        List.<Tuple2<String, List<Neighbour>>>of().iterator();

    Groups(Iterator<Tuple2<Place, Document>> places, double[] idf) {
      this.places = places;
      this.idf = idf;
      weights = new double[idf.length];
      next = places.hasNext() ? places.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && next != null) {
        found = nearest(group()).iterator();
      }
      return found.hasNext();
    }

    @Override
    public Tuple2<String, List<Neighbour>> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    private List<Document> group() {
      List<Document> group = new ArrayList<>();
      int term = next._1().term;
      while (next != null && next._1().term == term && group.size() < A_GROUP) {
        group.add(next._2());
        next = places.hasNext() ? places.next() : null;
      }
      return group;
    }

    private List<Tuple2<String, List<Neighbour>>> nearest(List<Document> group) {
      int n = group.size();
      double[][] tfidf = new double[n][];
      Arrays.setAll(tfidf, i -> TermWeights.tfidf(group.get(i).terms, group.get(i).counts, idf));
      double[][] cosines = new double[n][n];
      for (int i = 0; i < n; i++) {
        int[] terms = group.get(i).terms;
        for (int t = 0; t < terms.length; t++) {
          weights[terms[t]] = tfidf[i][t];
        }
        for (int j = 0; j < i; j++) {
          cosines[i][j] = dot(group.get(j).terms, tfidf[j]);
          cosines[j][i] = cosines[i][j];
        }
        for (int term : terms) {
          weights[term] = 0;
        }
      }
      List<Tuple2<String, List<Neighbour>>> nearest = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        List<Neighbour> others = nearest(group, i, cosines[i]);
        if (!others.isEmpty()) {
          nearest.add(new Tuple2<>(group.get(i).id, others));
        }
      }
      return nearest;
    }

    private double dot(int[] terms, double[] tfidf) {
      double sum = 0;
      for (int t = 0; t < terms.length; t++) {
        sum += weights[terms[t]] * tfidf[t];
      }
      return sum;
    }

    private static List<Neighbour> nearest(List<Document> group, int self, double[] cosines) {
      List<Neighbour> best = new ArrayList<>(MOST + 1);
      for (int j = 0; j < cosines.length; j++) {
        boolean full = best.size() == MOST;
        if (j == self || full && cosines[j] < best.get(MOST - 1).similarity) {
          continue;
        }
        var other = new Neighbour(group.get(j).id, cosines[j]);
        int place = best.size();
        while (place > 0 && Neighbour.NEAREST.compare(other, best.get(place - 1)) < 0) {
          place--;
        }
        best.add(place, other);
        if (full) {
          best.remove(MOST);
        }
      }
      return best;
    }
  }
}
