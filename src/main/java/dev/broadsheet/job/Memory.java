package dev.broadsheet.job;

import dev.broadsheet.topics.FitMemory;
import java.util.List;

/** Refuses topics for which the heap is too small, before hours of work end in its being so. */
final class Memory {
  private static final long MEGABYTE = 1 << 20;

  private Memory() {}

  /** The cores of this JVM, each of which sums a part of the documents. */
  static int cores() {
    return Runtime.getRuntime().availableProcessors();
  }

  /**
   * Makes sure that topics can be found in this heap.
   *
   * @param topics that are asked for, or may come out
   * @throws ConfigException with the numbers, and what to set
   */
  static void check(FitMemory needed, int topics) {
    if (needed.fits(free())) {
      return;
    }
    // What was used may be garbage by now.
    System.gc();
    long free = free();
    if (!needed.fits(free)) {
      throw refusal(needed, topics, free, Runtime.getRuntime().maxMemory());
    }
  }

  /**
   * What is said of it.
   *
   * @param free bytes of the heap that are not in use
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
