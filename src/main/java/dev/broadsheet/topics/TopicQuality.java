package dev.broadsheet.topics;

import dev.broadsheet.nmf.ClusterBlocks;
import dev.broadsheet.nmf.ClusterSums;
import dev.broadsheet.nmf.DocumentBlock;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.shuffle.Rows;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How good topics are, by their {@value #TERMS} best terms.
 *
 * <p>NPMI asks whether these occur in the same documents (Bouma 2009; Lau, Newman and Baldwin
 * 2014), exclusivity whether they are the topic's own (Bischof and Airoldi 2012), diversity whether
 * topics differ (Dieng, Ruiz and Blei 2020).
 */
public final class TopicQuality {
  /** How many of a topic's terms are looked at. */
  public static final int TERMS = 10;

  private TopicQuality() {}

  /**
   * The indices of the best terms of each topic. Weights are compared as floats, so that the last
   * bit of a double does not decide between equals; then the more frequent term comes first.
   *
   * @param termWeights k × V
   * @return k rows of at most {@code most} terms, those with a weight of 0 left out
   */
  public static int[][] best(double[][] termWeights, int most) {
    return Arrays.stream(termWeights).parallel().map(w -> best(w, most)).toArray(int[][]::new);
  }

  private static int[] best(double[] weights, int most) {
    int[] best = new int[most];
    int n = 0;
    for (int v = 0; v < weights.length; v++) {
      float weight = (float) weights[v];
      if (weight <= 0 || n == most && weight <= (float) weights[best[n - 1]]) {
        continue;
      }
      int at = n < most ? n++ : n - 1;
      while (at > 0 && weight > (float) weights[best[at - 1]]) {
        best[at] = best[at - 1];
        at--;
      }
      best[at] = v;
    }
    return Arrays.copyOf(best, n);
  }

  /**
   * Document NPMI of each topic: over the pairs of its best terms, the mean of ln(p(a,b) / (p(a)
   * p(b))) / −ln p(a,b), and −1 for a pair that is never together. One pass for all topics, with
   * 2^{@value #TERMS} counts for each.
   *
   * @param vectors with the column counts
   * @param best k rows of at most {@value #TERMS} terms
   */
  public static double[] npmi(Dataset<Row> vectors, int[][] best) {
    return npmi(Rows.of(vectors.select("counts")), best);
  }

  private static double[] npmi(JavaRDD<Row> vectors, int[][] best) {
    JavaRDD<DocumentBlock> blocks =
        vectors.coalesce(vectors.context().defaultParallelism()).mapPartitions(DocumentBlock::pack);
    return npmi(new ClusterBlocks(blocks).sum(new TermSets(best), TopicQuality::seen), best);
  }

  /** The same for articles. */
  public static double[] npmiOf(JavaRDD<ModelledArticle> articles, int[][] best) {
    Broadcast<TermSets> sets =
        JavaSparkContext.fromSparkContext(articles.context()).broadcast(new TermSets(best));
    JavaRDD<ModelledArticle> few = articles.coalesce(articles.context().defaultParallelism());
    long[][] sums =
        ClusterSums.of(
            few,
            some -> {
              var seen = new Seen(sets.value());
              some.forEachRemaining(a -> seen.add(a.terms(), 0, a.terms().length));
              return seen.sums();
            });
    sets.destroy();
    return npmi(sums, best);
  }

  /** The same for the documents of a matrix. */
  static double[] npmi(DocumentMatrix x, int[][] best) {
    return npmi(x.sum(new TermSets(best), TopicQuality::seen), best);
  }

  private static double[] npmi(long[][] seen, int[][] best) {
    long documents = seen[1][0];
    return IntStream.range(0, best.length)
        .mapToDouble(topic -> npmi(seen[0], topic << TERMS, best[topic].length, documents))
        .toArray();
  }

  private static long[][] seen(Iterator<DocumentBlock> blocks, TermSets sets) {
    var seen = new Seen(sets);
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      for (int d = 0; d < block.documents(); d++) {
        seen.add(block.terms(), block.starts()[d], block.starts()[d + 1]);
      }
    }
    return seen.sums();
  }

  /** How often each set of a topic's terms is what a document has of them; how many documents. */
  private static final class Seen {
    private final TermSets sets;
    private final long[] seen;
    private final long[] documents = new long[1];
    private final int[] present;

    Seen(TermSets sets) {
      this.sets = sets;
      seen = new long[sets.topics() << TERMS];
      present = new int[sets.topics()];
    }

    void add(int[] terms, int from, int to) {
      documents[0]++;
      Arrays.fill(present, 0);
      for (int i = from; i < to; i++) {
        sets.mark(terms[i], present);
      }
      for (int topic = 0; topic < present.length; topic++) {
        seen[topic << TERMS | present[topic]]++;
      }
    }

    long[][] sums() {
      return new long[][] {seen, documents};
    }
  }

  private static double npmi(long[] seen, int from, int terms, long documents) {
    if (terms < 2) {
      return 0;
    }
    double sum = 0;
    for (int a = 0; a < terms; a++) {
      for (int b = 0; b < a; b++) {
        sum +=
            npmi(
                with(seen, from, 1 << a),
                with(seen, from, 1 << b),
                with(seen, from, 1 << a | 1 << b),
                documents);
      }
    }
    return sum / (terms * (terms - 1) / 2.0);
  }

  private static long with(long[] seen, int from, int wanted) {
    long count = 0;
    for (int set = 0; set < 1 << TERMS; set++) {
      if ((set & wanted) == wanted) {
        count += seen[from + set];
      }
    }
    return count;
  }

  /**
   * Normalised pointwise mutual information of two events (Bouma 2009), −1 to 1.
   *
   * @param a documents with the one
   * @param b with the other
   * @param both with both
   */
  static double npmi(double a, double b, double both, double documents) {
    if (both <= 0) {
      return -1;
    }
    return both >= documents
        ? 1
        : StrictMath.log(both * documents / (a * b)) / -StrictMath.log(both / documents);
  }

  /**
   * The exclusivity of each topic: the mean over its best terms of a term's weight in the topic
   * over its weight in all topics, 0 to 1.
   *
   * @param termWeights k × V, every topic on the same scale
   */
  public static double[] exclusivity(double[][] termWeights, int[][] best) {
    return IntStream.range(0, best.length)
        .mapToDouble(
            topic ->
                Arrays.stream(best[topic])
                    .mapToDouble(
                        v ->
                            termWeights[topic][v]
                                / Arrays.stream(termWeights).mapToDouble(row -> row[v]).sum())
                    .average()
                    .orElse(0))
        .toArray();
  }

  /** The share of different terms among the best terms of all topics, 0 to 1. */
  public static double diversity(int[][] best) {
    long all = Arrays.stream(best).mapToLong(terms -> terms.length).sum();
    long different = Arrays.stream(best).flatMapToInt(Arrays::stream).distinct().count();
    return all == 0 ? 0 : (double) different / all;
  }
}
