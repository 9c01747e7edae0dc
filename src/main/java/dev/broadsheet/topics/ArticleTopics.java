package dev.broadsheet.topics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;

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
   * @param weights of all k topics, 0 or more
   */
  static ArticleTopics of(double[] weights) {
    int[] kept = new int[MOST];
    int n = 0;
    for (int j = 0; j < weights.length; j++) {
      if (weights[j] > 0 && (n < MOST || weights[j] > weights[kept[n - 1]])) {
        int at = n < MOST ? n++ : n - 1;
        for (; at > 0 && weights[j] > weights[kept[at - 1]]; at--) {
          kept[at] = kept[at - 1];
        }
        kept[at] = j;
      }
    }
    while (n > 1 && weights[kept[n - 1]] < SMALLEST) {
      n--;
    }
    int[] topics = Arrays.copyOf(kept, n);
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
   * @param topics k
   */
  public static int[] bySize(JavaRDD<ModelledArticle> modelled, int topics) {
    long[] articles =
        modelled.treeAggregate(new long[topics], ArticleTopics::counted, ArticleTopics::sum);
    return IntStream.range(0, topics)
        .boxed()
        .sorted(
            Comparator.comparing((Integer index) -> -articles[index])
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static long[] counted(long[] articles, ModelledArticle article) {
    if (article.topics().length > 0) {
      articles[article.topics()[0]]++;
    }
    return articles;
  }

  private static long[] sum(long[] a, long[] b) {
    Arrays.setAll(a, j -> a[j] + b[j]);
    return a;
  }
}
