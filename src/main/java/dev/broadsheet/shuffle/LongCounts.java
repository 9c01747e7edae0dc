package dev.broadsheet.shuffle;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * How often each of very many whole numbers occurs, without an object for any. Sorted, they are
 * sent as differences, of a byte or two each where numbers share their {@value #SHARED} lower bits'
 * upper part, so these go to one partition.
 */
public final class LongCounts {
  private static final int SHARED = 42;

  private LongCounts() {}

  /**
   * The numbers that occur at least so often, and how often.
   *
   * @param numbers not negative, in any order, as often as they occur; an array at a time must fit
   *     into memory, and so must those of a partition of the result
   */
  public static JavaPairRDD<Long, Long> of(JavaRDD<long[]> numbers, long least) {
    int partitions = Math.max(1, numbers.getNumPartitions());
    return numbers
        .flatMapToPair(some -> parts(some, partitions).iterator())
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitionsToPair(parts -> counted(parts, least));
  }

  /** The same numbers by partition. */
  private static List<Tuple2<Integer, byte[]>> parts(long[] numbers, int partitions) {
    long[] sorted = numbers.clone();
    Arrays.sort(sorted);
    Output[] outputs = new Output[partitions];
    long[] before = new long[partitions];
    for (long number : sorted) {
      int part =
          Math.floorMod(Long.hashCode((number >>> SHARED) * 0x9e3779b97f4a7c15L), partitions);
      if (outputs[part] == null) {
        outputs[part] = new Output(256, -1);
      }
      outputs[part].writeVarLong(number - before[part], true);
      before[part] = number;
    }
    List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
    for (int part = 0; part < partitions; part++) {
      if (outputs[part] != null) {
        parts.add(new Tuple2<>(part, outputs[part].toBytes()));
      }
    }
    return parts;
  }

  private static Iterator<Tuple2<Long, Long>> counted(
      Iterator<Tuple2<Integer, byte[]>> parts, long least) {
    var all = new LongList();
    while (parts.hasNext()) {
      byte[] bytes = parts.next()._2();
      var input = new Input(bytes);
      long number = 0;
      while (input.position() < bytes.length) {
        number += input.readVarLong(true);
        all.add(number);
      }
    }
    long[] sorted = all.sorted();
    List<Tuple2<Long, Long>> counts = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] != sorted[start]) {
        if (i - start >= least) {
          counts.add(new Tuple2<>(sorted[start], (long) (i - start)));
        }
        start = i;
      }
    }
    return counts.iterator();
  }
}
