package dev.broadsheet.articles.identity;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.broadsheet.shuffle.LongList;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Which hashes of some thousand articles may be in a second article, of these or of others: most
 * are in one only, and need not be shuffled.
 *
 * <p>A hash has one of at least {@value #PLACES_A_HASH} times as many places as there are hashes,
 * so fewer than one in {@value #PLACES_A_HASH} passes for shared by chance, however many there are.
 * The places of {@linkplain #runs a run} of articles are sent, ascending, as differences, to the
 * tasks that have ranges of places; what these saw twice comes back. That is some two bytes a hash
 * there, growing by a bit where the runs are twice as many, and as much back for a hash that is
 * shared. Some {@value #A_RUN} hashes are in a run and in a range: a task has these, or two bits
 * for each of up to 128 places a hash, which is 32 MB, whatever there is in all. The driver has
 * none.
 */
public final class SharedHashes {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;
  private static final int PLACES_A_HASH = 64;
  private static final int A_RUN = 1_000_000;

  /**
   * What is made of a value where it is known which of its hashes are shared.
   *
   * @param <T> the value
   * @param <R> made of it
   */
  @FunctionalInterface
  public interface Use<T, R> extends Serializable {
    /** None, one or several of one value. */
    Stream<R> of(T value, SharedHashes shared);
  }

  /** Where hashes have their places: the first bits of a product, and these are cut into ranges. */
  record Places(int bits, int ranges) implements Serializable {
    static Places of(long hashes, int cores) {
      long least = Math.max(1, hashes) * PLACES_A_HASH;
      return new Places(Long.SIZE - Long.numberOfLeadingZeros(least - 1), tasks(hashes, cores));
    }

    /** The smallest of many hashes are much alike in their first bits. */
    long place(long hash) {
      return hash * GOLDEN >>> Long.SIZE - bits;
    }

    int range(long place) {
      return (int) (place * ranges >>> bits);
    }

    /** The first place of a range. */
    long first(int range) {
      return (((long) range << bits) + ranges - 1) / ranges;
    }
  }

  private final Places places;

  /** Those that are shared, ascending. */
  private final long[] shared;

  /** Where those begin in it that are alike in their first bits, about one each. */
  private final int[] starts;

  private final int shift;

  private SharedHashes(Places places, long[] shared) {
    this.places = places;
    this.shared = shared;
    int bits = Math.min(places.bits, Integer.SIZE - Integer.numberOfLeadingZeros(shared.length));
    shift = places.bits - bits;
    starts = new int[(1 << bits) + 1];
    for (long place : shared) {
      starts[(int) (place >>> shift) + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
  }

  /**
   * Values in as few partitions as {@link #of} wants them in: one for each core, and more where
   * these would have too many hashes.
   *
   * @param hashes about how many all values have
   */
  public static <T> JavaRDD<T> runs(JavaRDD<T> values, long hashes) {
    return values.coalesce(tasks(hashes, values.context().defaultParallelism()));
  }

  /** How many tasks share so many hashes. */
  static int tasks(long hashes, int cores) {
    return (int) Math.max(cores, 1 + hashes / A_RUN);
  }

  /**
   * Looks at all hashes once.
   *
   * @param hashes of {@link #runs}
   * @param count about how many there are in all
   * @return one object for each partition, which knows the hashes of that partition only
   */
  public static JavaRDD<SharedHashes> of(JavaRDD<long[]> hashes, long count) {
    var places = Places.of(count, hashes.context().defaultParallelism());
    return hashes
        .mapPartitionsWithIndex((run, all) -> sent(run, all, places), true)
        .mapToPair(block -> block)
        .partitionBy(new HashPartitioner(places.ranges))
        .mapPartitionsToPair(blocks -> answered(blocks, places))
        .partitionBy(new HashPartitioner(Math.max(1, hashes.getNumPartitions())))
        .values()
        .mapPartitions(blocks -> List.of(known(blocks, places)).iterator());
  }

  /**
   * What is made of the values of runs.
   *
   * @param shared what {@link #of} made of their hashes
   */
  public static <T, R> JavaRDD<R> used(
      JavaRDD<T> runs, JavaRDD<SharedHashes> shared, Use<T, R> use) {
    return runs.zipPartitions(
        shared,
        (values, known) -> {
          SharedHashes hashes = known.next();
          Iterable<T> all = () -> values;
          return StreamSupport.stream(all.spliterator(), false)
              .flatMap(value -> use.of(value, hashes))
              .iterator();
        });
  }

  /** The places of a run's hashes by range, each with the run; one that is there twice is twice. */
  private static Iterator<Tuple2<Integer, Tuple2<Integer, byte[]>>> sent(
      int run, Iterator<long[]> hashes, Places places) {
    var list = new LongList();
    while (hashes.hasNext()) {
      for (long hash : hashes.next()) {
        list.add(places.place(hash));
      }
    }
    long[] sorted = list.sorted();
    List<Tuple2<Integer, Tuple2<Integer, byte[]>>> blocks = new ArrayList<>();
    var output = new Output(1 << 10, -1);
    for (int i = 0; i < sorted.length; ) {
      int range = places.range(sorted[i]);
      long last = places.first(range);
      for (; i < sorted.length && places.range(sorted[i]) == range; i++) {
        if (i < 2 || sorted[i] != sorted[i - 2]) {
          output.writeVarLong(sorted[i] - last, true);
          last = sorted[i];
        }
      }
      blocks.add(new Tuple2<>(range, new Tuple2<>(run, output.toBytes())));
      output.clear();
    }
    return blocks.iterator();
  }

  /** The same blocks, of what is in two of them or twice in one, by run, each with the range. */
  private static Iterator<Tuple2<Integer, Tuple2<Integer, byte[]>>> answered(
      Iterator<Tuple2<Integer, Tuple2<Integer, byte[]>>> blocks, Places places) {
    List<Tuple2<Integer, Tuple2<Integer, byte[]>>> all = new ArrayList<>();
    var once = new BitSet();
    var twice = new BitSet();
    while (blocks.hasNext()) {
      Tuple2<Integer, Tuple2<Integer, byte[]>> block = blocks.next();
      all.add(block);
      var input = new Input(block._2()._2());
      for (int place = 0; input.position() < input.limit(); ) {
        place += input.readVarInt(true);
        (once.get(place) ? twice : once).set(place);
      }
    }
    return all.stream()
        .map(
            block ->
                new Tuple2<>(
                    block._2()._1(), new Tuple2<>(block._1(), shared(block._2()._2(), twice))))
        .iterator();
  }

  private static byte[] shared(byte[] block, BitSet twice) {
    var input = new Input(block);
    var output = new Output(1 << 10, -1);
    int before = -1;
    int last = 0;
    for (int place = 0; input.position() < block.length; before = place) {
      place += input.readVarInt(true);
      if (place != before && twice.get(place)) {
        output.writeVarInt(place - last, true);
        last = place;
      }
    }
    return output.toBytes();
  }

  private static SharedHashes known(Iterator<Tuple2<Integer, byte[]>> blocks, Places places) {
    var shared = new LongList();
    while (blocks.hasNext()) {
      Tuple2<Integer, byte[]> block = blocks.next();
      var input = new Input(block._2());
      for (long place = places.first(block._1()); input.position() < input.limit(); ) {
        place += input.readVarInt(true);
        shared.add(place);
      }
    }
    return new SharedHashes(places, shared.sorted());
  }

  /**
   * Whether a second article may have a hash; certainly true if one has.
   *
   * @param hash of an article of this partition
   */
  public boolean mayHave(long hash) {
    long place = places.place(hash);
    int part = (int) (place >>> shift);
    for (int i = starts[part]; i < starts[part + 1]; i++) {
      if (shared[i] == place) {
        return true;
      }
    }
    return false;
  }
}
