package dev.broadsheet.job.stages;

import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/**
 * The executors of a cluster, each of which is a JVM.
 *
 * @param heap bytes of each
 * @param tasks that each runs at the same time
 */
record Executors(long heap, int tasks) {
  private static final long MEGABYTE = 1 << 20;

  /** Spark keeps so much of every heap for itself. */
  private static final long SPARKS = 300 * MEGABYTE;

  /** Those of a session; empty where the driver does the work. */
  static Optional<Executors> of(SparkContext spark) {
    return of(spark.conf(), spark.defaultParallelism(), spark.getExecutorMemoryStatus().size() - 1);
  }

  /**
   * As they are set up. On a standalone cluster an executor has all cores of its worker, unless
   * told otherwise, on others one.
   *
   * @param cores of all executors
   * @param executors that are there by now
   */
  static Optional<Executors> of(SparkConf settings, int cores, int executors) {
    String master = settings.get("spark.master");
    if (master.matches("local(\\[.*)?")) {
      return Optional.empty();
    }
    boolean standalone = master.startsWith("spark:") || master.startsWith("local-cluster");
    int all = standalone ? Math.max(1, cores / Math.max(1, executors)) : 1;
    int each = settings.getInt("spark.executor.cores", all);
    return Optional.of(
        new Executors(
            settings.getSizeAsMb("spark.executor.memory", "1g") * MEGABYTE,
            Math.max(1, each / settings.getInt("spark.task.cpus", 1))));
  }

  /** Bytes of each heap that are the job's. */
  long free() {
    return Math.max(0, heap - SPARKS);
  }
}
