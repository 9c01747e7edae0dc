package dev.broadsheet.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.util.ShutdownHookManager;
import org.apache.spark.SparkContext;

/**
 * What happens when the program is told to stop, by SIGTERM, SIGINT or SIGHUP: Spark's jobs are
 * cancelled, so that the command fails where it is, deletes what it has written, lets go of its
 * lock and stops Spark, all before Hadoop closes its file systems and Spark deletes its temporary
 * files. The JVM then ends with 128 and the number of the signal, as every program does that a
 * signal ends.
 */
final class Termination implements AutoCloseable {
  /** Before the hooks of Spark and Hadoop, which are below 100. */
  private static final int FIRST = 1000;

  /** Kubernetes and YARN kill after 30 seconds or later. */
  private static final long SECONDS = 25;

  private static final long EVERY_MILLIS = 50;

  private final SparkContext spark;
  private final Runnable hook = this::stop;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean requested;

  private Termination(SparkContext spark) {
    this.spark = spark;
  }

  /** Watches for the end of the program until it is closed. */
  static Termination of(SparkContext spark) {
    var termination = new Termination(spark);
    ShutdownHookManager.get()
        .addShutdownHook(termination.hook, FIRST, SECONDS + 1, TimeUnit.SECONDS);
    return termination;
  }

  /** The program was told to stop. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    Stopped(Throwable cause) {
      super(
          "Cannot finish: the program was told to stop. Nothing was published; run it again.",
          cause);
    }
  }

  /** Whether the program was told to stop. */
  boolean isRequested() {
    return requested;
  }

  /** Ends the work here if the program was told to stop. */
  void check() {
    if (requested) {
      throw new CancellationException("the program was told to stop");
    }
  }

  private void stop() {
    requested = true;
    try {
      // The next job may have begun since the last was cancelled.
      for (long waited = 0; waited < SECONDS * 1000; waited += EVERY_MILLIS) {
        if (!spark.isStopped()) {
          spark.cancelAllJobs();
        }
        if (ended.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    ended.countDown();
    if (!ShutdownHookManager.get().isShutdownInProgress()) {
      ShutdownHookManager.get().removeShutdownHook(hook);
    }
  }
}
