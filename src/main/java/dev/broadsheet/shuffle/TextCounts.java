package dev.broadsheet.shuffle;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * How often each of very many texts occurs in each of some ways, most of them in few: sent as
 * bytes, a few for each text, and added up in plain maps.
 */
public final class TextCounts {
  private static final int ROOM = 1024;

  private TextCounts() {}

  /**
   * Adds up.
   *
   * @param counts of each text, not negative; all of one length. The different texts of a partition
   *     of the result must fit into memory.
   */
  public static JavaPairRDD<String, long[]> of(JavaRDD<Map<String, long[]>> counts) {
    int partitions = Math.max(1, counts.getNumPartitions());
    return counts
        .flatMapToPair(some -> parts(some, partitions).iterator())
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitionsToPair(TextCounts::added);
  }

  private static List<Tuple2<Integer, byte[]>> parts(Map<String, long[]> counts, int partitions) {
    var partitioner = new HashPartitioner(partitions);
    Output[] outputs = new Output[partitions];
    counts.forEach(
        (text, many) -> {
          int part = partitioner.getPartition(text);
          if (outputs[part] == null) {
            outputs[part] = new Output(ROOM, -1);
          }
          outputs[part].writeString(text);
          outputs[part].writeVarInt(many.length, true);
          for (long count : many) {
            outputs[part].writeVarLong(count, true);
          }
        });
    List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
    for (int part = 0; part < partitions; part++) {
      if (outputs[part] != null) {
        parts.add(new Tuple2<>(part, outputs[part].toBytes()));
      }
    }
    return parts;
  }

  private static Iterator<Tuple2<String, long[]>> added(Iterator<Tuple2<Integer, byte[]>> parts) {
    Map<String, long[]> sums = new HashMap<>();
    while (parts.hasNext()) {
      byte[] bytes = parts.next()._2();
      var input = new Input(bytes);
      while (input.position() < bytes.length) {
        String text = input.readString();
        int ways = input.readVarInt(true);
        long[] sum = sums.computeIfAbsent(text, any -> new long[ways]);
        for (int way = 0; way < ways; way++) {
          sum[way] += input.readVarLong(true);
        }
      }
    }
    return sums.entrySet().stream()
        .map(text -> new Tuple2<>(text.getKey(), text.getValue()))
        .iterator();
  }
}
