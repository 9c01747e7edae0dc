package dev.broadsheet.cli;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Optional;
import org.apache.spark.SparkContext;

/**
 * What happens when the heap is full in a thread of Spark's that nobody waits for, as those that
 * read the results of tasks: without the result the job would wait for ever. Its jobs are cancelled
 * instead, so that the command fails where it is.
 */
final class FullHeap implements UncaughtExceptionHandler, AutoCloseable {
  private final SparkContext spark;
  private final UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
  private volatile OutOfMemoryError error;

  private FullHeap(SparkContext spark) {
    this.spark = spark;
  }

  /** Watches all threads until it is closed. */
  static FullHeap of(SparkContext spark) {
    var heap = new FullHeap(spark);
    Thread.setDefaultUncaughtExceptionHandler(heap);
    return heap;
  }

  @Override
  public void uncaughtException(Thread thread, Throwable failure) {
    if (failure instanceof OutOfMemoryError full) {
      error = full;
      spark.cancelAllJobs();
    } else if (before != null) {
      before.uncaughtException(thread, failure);
    } else {
      failure.printStackTrace();
    }
  }

  /** What ended a thread, if anything did. */
  Optional<OutOfMemoryError> error() {
    return Optional.ofNullable(error);
  }

  @Override
  public void close() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }
}
