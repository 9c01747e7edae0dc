package dev.broadsheet.shuffle;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * How often each of very many whole numbers occurs, without an object for any. Numbers that differ
 * in their {@value #NEAR} lower bits only go to one partition, and are sent in ascending order as
 * differences, which are small.
 */
public final class LongCounts {
  private static final int NEAR = 42;
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private LongCounts() {}

  /**
   * The numbers that occur at least so often, and how often.
   *
   * @param numbers not negative, in any order, as often as they occur; one array at a time must fit
   *     into memory, and so must the different numbers of a partition of the result
   */
  public static JavaPairRDD<Long, Long> of(JavaRDD<long[]> numbers, long least) {
    return merged(numbers, Math.max(1, numbers.getNumPartitions()), run -> run.atLeast(least));
  }

  /** A number of {@link #byKey}: a key, not negative, and a value below 2^{@value #NEAR}. */
  public static long number(int key, long value) {
    return (long) key << NEAR | value;
  }

  /**
   * The values of each key, and how often each occurs.
   *
   * @param numbers as {@link #number} makes them, in any order, as often as they occur; one array
   *     at a time must fit into memory, and so must the different numbers of a partition of the
   *     result
   */
  public static JavaPairRDD<Integer, Series> byKey(JavaRDD<long[]> numbers) {
    return merged(numbers, ByKey.few(numbers.getNumPartitions()), Run::byKey);
  }

  private static <K, V> JavaPairRDD<K, V> merged(
      JavaRDD<long[]> numbers, int partitions, PairFlatMapFunction<Run, K, V> result) {
    return numbers
        .flatMapToPair(some -> parts(Run.of(some), partitions).iterator())
        .partitionBy(new HashPartitioner(partitions))
        .mapPartitionsToPair(parts -> result.call(merged(parts)));
  }

  /** Whole numbers, ascending, and how often each occurs: packed, because there are many. */
  public static final class Series implements Serializable {
    private static final long serialVersionUID = 1;
    private final byte[] packed;

    private Series(byte[] packed) {
      this.packed = packed;
    }

    /** What is made of each number and how often it occurs, in their order. */
    public <T> List<T> map(BiFunction<Long, Long, T> of) {
      List<T> all = new ArrayList<>();
      var input = new Input(packed);
      long number = 0;
      while (input.position() < packed.length) {
        number += input.readVarLong(true);
        all.add(of.apply(number, input.readVarLong(true)));
      }
      return all;
    }
  }

  private static List<Tuple2<Integer, byte[]>> parts(Run run, int partitions) {
    Output[] outputs = new Output[partitions];
    long[] last = new long[partitions];
    for (int i = 0; i < run.size; i++) {
      long number = run.numbers[i];
      int part = Math.floorMod(Long.hashCode((number >>> NEAR) * GOLDEN), partitions);
      if (outputs[part] == null) {
        outputs[part] = new Output(256, -1);
      }
      outputs[part].writeVarLong(number - last[part], true);
      outputs[part].writeVarLong(run.times[i], true);
      last[part] = number;
    }
    List<Tuple2<Integer, byte[]>> parts = new ArrayList<>();
    for (int part = 0; part < partitions; part++) {
      if (outputs[part] != null) {
        parts.add(new Tuple2<>(part, outputs[part].toBytes()));
      }
    }
    return parts;
  }

  /** Merges runs of like lengths, so that each number is looked at a few times only. */
  private static Run merged(Iterator<Tuple2<Integer, byte[]>> parts) {
    List<Run> runs = new ArrayList<>();
    while (parts.hasNext()) {
      Run run = Run.read(parts.next()._2());
      while (!runs.isEmpty() && runs.get(runs.size() - 1).size <= 2 * run.size) {
        run = run.merge(runs.remove(runs.size() - 1));
      }
      runs.add(run);
    }
    Run all = new Run(0);
    for (int i = runs.size() - 1; i >= 0; i--) {
      all = all.merge(runs.get(i));
    }
    return all;
  }

  /** Different numbers, ascending, and how often each occurs. */
  private static final class Run {
    private long[] numbers;
    private long[] times;
    private int size;

    Run(int room) {
      numbers = new long[room];
      times = new long[room];
    }

    static Run of(long[] some) {
      long[] sorted = RadixSort.sorted(some, some.length);
      var run = new Run(sorted.length);
      for (long number : sorted) {
        run.add(number, 1);
      }
      return run;
    }

    static Run read(byte[] bytes) {
      var input = new Input(bytes);
      var run = new Run(bytes.length / 2);
      long number = 0;
      while (input.position() < bytes.length) {
        number += input.readVarLong(true);
        run.add(number, input.readVarLong(true));
      }
      return run;
    }

    Run merge(Run other) {
      var merged = new Run(size + other.size);
      int j = 0;
      for (int i = 0; i < size; i++) {
        while (j < other.size && other.numbers[j] < numbers[i]) {
          merged.add(other.numbers[j], other.times[j++]);
        }
        merged.add(numbers[i], times[i]);
      }
      while (j < other.size) {
        merged.add(other.numbers[j], other.times[j++]);
      }
      return merged;
    }

    /** Adds a number that is no smaller than the last. */
    private void add(long number, long many) {
      if (size == 0 || numbers[size - 1] != number) {
        numbers[size++] = number;
      }
      times[size - 1] += many;
    }

    Iterator<Tuple2<Integer, Series>> byKey() {
      List<Tuple2<Integer, Series>> all = new ArrayList<>();
      var output = new Output(256, -1);
      long last = 0;
      for (int i = 0; i < size; i++) {
        long value = numbers[i] & (1L << NEAR) - 1;
        output.writeVarLong(value - last, true);
        output.writeVarLong(times[i], true);
        last = value;
        if (i + 1 == size || numbers[i + 1] >>> NEAR != numbers[i] >>> NEAR) {
          all.add(new Tuple2<>((int) (numbers[i] >>> NEAR), new Series(output.toBytes())));
          output.clear();
          last = 0;
        }
      }
      return all.iterator();
    }

    Iterator<Tuple2<Long, Long>> atLeast(long least) {
      return IntStream.range(0, size)
          .filter(i -> times[i] >= least)
          .mapToObj(i -> new Tuple2<>((Long) numbers[i], (Long) times[i]))
          .iterator();
    }
  }
}
