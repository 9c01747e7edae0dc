package dev.broadsheet.shuffle;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/** One value for each key, merged in plain maps before and after one shuffle. */
public final class ByKey {
  /**
   * Makes one value of two. The order in which values come is not known, so it must not matter.
   *
   * @param <V> may be changed and returned
   */
  @FunctionalInterface
  public interface Merge<V> extends Serializable {
    /** One of both. */
    V of(V one, V other);
  }

  private ByKey() {}

  /** What {@code reduceByKey} returns, for keys of which a partition's fit into memory. */
  public static <K, V> JavaPairRDD<K, V> merged(JavaPairRDD<K, V> values, Merge<V> merge) {
    return merged(values, Math.max(1, values.getNumPartitions()), merge);
  }

  /** The same for values that are much smaller than what they are counted from. */
  public static <K, V> JavaPairRDD<K, V> mergedInFew(JavaPairRDD<K, V> values, Merge<V> merge) {
    return merged(values, few(values.getNumPartitions()), merge);
  }

  /**
   * What {@code reduceByKey} returns, in so many partitions.
   *
   * @param partitions of the result, 1 at least
   */
  public static <K, V> JavaPairRDD<K, V> merged(
      JavaPairRDD<K, V> values, int partitions, Merge<V> merge) {
    return values
        .mapPartitionsToPair(some -> inMap(some, merge))
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitionsToPair(some -> inMap(some, merge), true);
  }

  /**
   * How many partitions suit values that are much smaller than what they are counted from: what any
   * partition sends to any other is compressed by itself, which takes longer than a few values.
   */
  static int few(int partitions) {
    return 1 + partitions / 8;
  }

  private static <K, V> Iterator<Tuple2<K, V>> inMap(
      Iterator<Tuple2<K, V>> values, Merge<V> merge) {
    Map<K, V> merged = new HashMap<>();
    while (values.hasNext()) {
      Tuple2<K, V> value = values.next();
      merged.merge(value._1(), value._2(), merge::of);
    }
    return merged.entrySet().stream()
        .map(value -> new Tuple2<>(value.getKey(), value.getValue()))
        .iterator();
  }
}
