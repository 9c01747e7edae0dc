package dev.broadsheet.topics;

import static org.apache.spark.ml.functions.vector_to_array;
import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_max;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** From a model's weights to the topics of each article. */
public final class ArticleTopics {
  private static final double SMALLEST = 0.05;
  private static final int MOST = 8;

  private ArticleTopics() {}

  /**
   * The model's topics by size: the main topic of most articles comes first.
   *
   * @param weights {@link TopicModel#OUTPUT}, one row an article
   */
  public static int[] bySize(Dataset<Row> weights, int topics) {
    Column w = vector_to_array(col(TopicModel.OUTPUT), "float64");
    Map<Integer, Long> articles = new HashMap<>();
    weights
        .where(array_max(w).gt(0))
        .select(array_position(w, array_max(w)).minus(1).cast("int").as("index"))
        .groupBy("index")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(row -> articles.put(row.getInt(0), row.getLong(1)));
    return IntStream.range(0, topics)
        .boxed()
        .sorted(
            Comparator.comparing((Integer index) -> -articles.getOrDefault(index, 0L))
                .thenComparing(Comparator.naturalOrder()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * The topics of each article: article_id, topic_id, rank, weight. Kept are the weights of 0.05
   * and more, at most eight, and at least the best one; they are scaled so that they add up to 1.
   * An article whose terms are in no topic has none.
   *
   * @param weights article_id and {@link TopicModel#OUTPUT}
   * @param ids the topic_id of each of the model's topics
   */
  public static Dataset<Row> of(Dataset<Row> weights, int[] ids) {
    Column all =
        transform(
            vector_to_array(col(TopicModel.OUTPUT), "float64"),
            (weight, index) ->
                struct(
                    negate(weight).as("order"),
                    element_at(lit(ids), index.plus(1)).as("topic_id")));
    Column best = slice(array_sort(all), 1, MOST);
    return weights
        .where(array_max(vector_to_array(col(TopicModel.OUTPUT), "float64")).gt(0))
        .select(col("article_id"), best.as("best"))
        .select(
            col("article_id"),
            filter(
                    col("best"),
                    topic ->
                        topic
                            .getField("order")
                            .leq(-SMALLEST)
                            .or(topic.equalTo(element_at(col("best"), 1))))
                .as("kept"))
        .withColumn(
            "total",
            aggregate(col("kept"), lit(0.0), (sum, topic) -> sum.minus(topic.getField("order"))))
        .select(col("article_id"), col("total"), posexplode(col("kept")))
        .select(
            col("article_id"),
            col("col.topic_id").as("topic_id"),
            col("pos").plus(1).as("rank"),
            negate(col("col.order")).divide(col("total")).as("weight"));
  }

  /** No rows: article_id, topic_id, rank, weight. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(
        List.of(), StructType.fromDDL("article_id string, topic_id int, rank int, weight double"));
  }

  /** Gives duplicates the topics of their originals. */
  public static Dataset<Row> withDuplicates(Dataset<Row> articleTopics, Dataset<Row> articles) {
    Dataset<Row> copies =
        articles
            .where(col("duplicate_of").isNotNull())
            .select(col("article_id").as("copy"), col("duplicate_of"));
    return articleTopics.unionByName(
        articleTopics
            .join(copies, col("article_id").equalTo(col("duplicate_of")))
            .select(col("copy").as("article_id"), col("topic_id"), col("rank"), col("weight")));
  }
}
