package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;

/**
 * The topics of an article: the weights of 0.05 and more, at most eight, and at least the best one,
 * scaled so that they add up to 1. An article whose terms are in no topic has none.
 *
 * @param topics places in the model, the largest weight first, and of equal ones the first place
 * @param weights of these
 */
public record ArticleTopics(int[] topics, double[] weights) {
  private static final double SMALLEST = 0.05;
  private static final int MOST = 8;

  /**
   * From the model's weights to the topics of an article.
   *
   * @param all a row of {@link TopicModel#OUTPUT}
   */
  public static ArticleTopics of(Vector all) {
    double[] weights = all.toArray();
    int[] kept =
        IntStream.range(0, weights.length)
            .filter(j -> weights[j] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> -weights[j]))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
    int several = (int) Arrays.stream(kept).takeWhile(j -> weights[j] >= SMALLEST).count();
    int[] topics = Arrays.copyOf(kept, Math.min(kept.length, Math.max(1, several)));
    double total = 0;
    for (int j : topics) {
      total += weights[j];
    }
    double sum = total;
    return new ArticleTopics(
        topics, Arrays.stream(topics).mapToDouble(j -> weights[j] / sum).toArray());
  }

  /**
   * The model's topics by size: the main topic of most articles comes first.
   *
   * @param weights {@link TopicModel#OUTPUT}, one for each article
   */
  public static int[] bySize(JavaRDD<Vector> weights, int topics) {
    long[] articles =
        weights.treeAggregate(new long[topics], ArticleTopics::counted, ArticleTopics::sum);
    return IntStream.range(0, topics)
        .boxed()
        .sorted(
            Comparator.comparing((Integer index) -> -articles[index])
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long[] counted(long[] articles, Vector weights) {
    if (weights.numNonzeros() > 0) {
      articles[weights.argmax()]++;
    }
    return articles;
  }

  private static long[] sum(long[] a, long[] b) {
    Arrays.setAll(a, j -> a[j] + b[j]);
    return a;
  }
}
