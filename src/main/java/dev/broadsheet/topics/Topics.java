package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Puts together what is known of each topic. Everything here is of the size of k × 50. */
public final class Topics {
  private static final int TERMS = 50;

  /** What a model gives a term that the topic never uses is above zero, but only just. */
  private static final double LEAST_PROBABILITY = 1e-6;

  /**
   * Weights are added as whole numbers of this part, because sums of doubles depend on the order.
   */
  private static final double UNIT = 1e-12;

  private Topics() {}

  /**
   * Describes the topics in the order of their ids.
   *
   * @param ids the topic_id of each of the model's topics
   * @param articleTopics all articles' topics
   */
  public static List<Topic> describe(
      TopicModel model, Vocabulary vocabulary, int[] ids, Dataset<Row> articleTopics) {
    Map<Integer, Row> sizes = new HashMap<>();
    articleTopics
        .groupBy("topic_id")
        .agg(
            count_if(col("rank").equalTo(1)).as("articles"),
            sum(col("weight").divide(UNIT).cast("bigint")).as("weight"))
        .collectAsList()
        .forEach(row -> sizes.put(row.getInt(0), row));
    double total = sizes.values().stream().mapToLong(row -> row.getLong(2)).sum();
    List<Integer> order =
        IntStream.range(0, ids.length)
            .boxed()
            .sorted(Comparator.comparingInt(index -> ids[index]))
            .toList();
    List<List<Topic.Term>> terms = order.stream().map(i -> terms(model, vocabulary, i)).toList();
    List<String> labels = TopicLabels.of(terms);
    List<Topic> topics = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      int index = order.get(i);
      Row size = sizes.get(ids[index]);
      topics.add(
          new Topic(
              ids[index],
              index,
              labels.get(i),
              size == null ? 0 : size.getLong(1),
              size == null ? 0 : size.getLong(2) / total,
              terms.get(i)));
    }
    return topics;
  }

  /**
   * Compares weights as floats, so that the last bit of a double does not decide between equals.
   */
  private static List<Topic.Term> terms(TopicModel model, Vocabulary vocabulary, int index) {
    double[] weights = model.termWeights()[index];
    double[] probabilities = model.termProbabilities()[index];
    int[] best =
        IntStream.range(0, weights.length)
            .filter(v -> probabilities[v] > LEAST_PROBABILITY)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer v) -> -(float) weights[v])
                    .thenComparing(v -> vocabulary.stems()[v]))
            .limit(TERMS)
            .mapToInt(Integer::intValue)
            .toArray();
    double tokens = vocabulary.tokens();
    return IntStream.range(0, best.length)
        .mapToObj(
            i -> {
              int v = best[i];
              double everywhere = vocabulary.termFrequency()[v] / tokens;
              return new Topic.Term(
                  i + 1, vocabulary.terms()[v], probabilities[v], probabilities[v] / everywhere);
            })
        .toList();
  }
}
