package dev.broadsheet.job.stages;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.topics.FitMemory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkEnv;
import org.apache.spark.memory.MemoryManager;
import org.apache.spark.memory.MemoryMode;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BroadcastBlockId;

/** Refuses topics for which the heap is too small, before hours of work end in its being so. */
public final class Memory {
  private static final long MEGABYTE = 1 << 20;

  /** What takes no more than this part of the free bytes finds its place however they lie. */
  private static final int AMPLE = 4;

  private static final long LEAST_LEFT = 1 << 10;
  private static final BlockId ASKING = new BroadcastBlockId(-1, "topics");

  private Memory() {}

  /** The cores of this JVM, each of which sums a part of the documents. */
  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Makes sure that topics can be found in this heap. Where what Spark keeps in it takes the room,
   * that is moved to the disk.
   *
   * @param topics that are asked for, or may come out
   * @throws ConfigException with the numbers, and what to set
   */
  static void check(FitMemory needed, int topics) {
    long room = room(needed);
    if (!needed.fits(room)) {
      moveToDisk();
      room = room(needed);
    }
    if (!needed.fits(room)) {
      throw refusal(needed, topics, room, Runtime.getRuntime().maxMemory());
    }
  }

  /** Bytes that are free for this, or so many of them as are in places that are large enough. */
  private static long room(FitMemory needed) {
    long free = free();
    if (!needed.fits(free)) {
      // What was used may be garbage by now.
      System.gc();
      free = free();
    }
    boolean ample = needed.bytes() <= free / AMPLE;
    return ample || !needed.fits(free) ? free : tried(needed, free);
  }

  /**
   * A matrix is one array, and lies in one place: G1 moves nothing of half a region or more, so
   * what is free may be in pieces between such. No collector says so before it is tried.
   */
  private static long tried(FitMemory needed, long free) {
    int length = needed.found() * needed.terms();
    List<double[]> matrices = new ArrayList<>();
    try {
      while (matrices.size() < needed.matrices()) {
        matrices.add(new double[length]);
      }
      return free;
    } catch (OutOfMemoryError e) {
      return needed.documents() + (long) matrices.size() * length * Double.BYTES;
    } finally {
      Reference.reachabilityFence(matrices);
    }
  }

  /**
   * What Spark keeps in this heap, for which it has the memory that somebody asks for. A block that
   * is in use stays, and Spark moves none if not enough can be moved, so less is asked for then.
   */
  static void moveToDisk() {
    SparkEnv spark = SparkEnv.get();
    if (spark == null) {
      return;
    }
    MemoryManager memory = spark.memoryManager();
    long all = memory.maxOnHeapStorageMemory();
    for (long left = 0; left < all; left = Math.max(LEAST_LEFT, 2 * left)) {
      long asked = all - left;
      if (memory.acquireStorageMemory(ASKING, asked, MemoryMode.ON_HEAP)) {
        memory.releaseStorageMemory(asked, MemoryMode.ON_HEAP);
        return;
      }
    }
  }

  /**
   * What is said of it.
   *
   * @param free bytes of the heap in which it could be
   * @param heap bytes that it may have at most
   */
  static ConfigException refusal(FitMemory needed, int topics, long free, long heap) {
    return new ConfigException(
        List.of(
            "Cannot find %,d topics over %,d terms: that needs %,d MB, and of the heap of %,d MB only %,d MB are free. Give the program %,d MB (BROADSHEET_MEMORY, or --driver-memory of spark-submit), or say --topics %d, or --vocabulary %d."
                .formatted(
                    topics,
                    needed.terms(),
                    megabytes(needed.bytes()),
                    heap / MEGABYTE,
                    free / MEGABYTE,
                    megabytes(heap - free + needed.bytes()),
                    needed.mostTopics(free),
                    needed.largestVocabulary(free))));
  }

  /**
   * Makes sure that topics can be found in the heaps of executors.
   *
   * @param needed by each of them
   * @throws ConfigException with the numbers, and what to set
   */
  static void check(FitMemory needed, int topics, Executors executors) {
    if (!needed.fits(executors.free())) {
      throw new ConfigException(
          List.of(
              "Cannot find %,d topics over %,d terms: that needs %,d MB in each executor, which runs %d tasks at a time, and of its heap of %,d MB only %,d MB are free. Give executors %,d MB (--executor-memory of spark-submit) or fewer cores (--executor-cores), or say --topics %d, or --vocabulary %d."
                  .formatted(
                      topics,
                      needed.terms(),
                      megabytes(needed.bytes()),
                      executors.tasks(),
                      executors.heap() / MEGABYTE,
                      executors.free() / MEGABYTE,
                      megabytes(executors.heap() - executors.free() + needed.bytes()),
                      needed.mostTopics(executors.free()),
                      needed.largestVocabulary(executors.free()))));
    }
  }

  private static long megabytes(long bytes) {
    return 1 + bytes / MEGABYTE;
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
