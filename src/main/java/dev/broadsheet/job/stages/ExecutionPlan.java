package dev.broadsheet.job.stages;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How Spark is to work on an input of some size. Tables are the same to the last bit whatever it
 * is. Of a small input it takes longer to compile a query than to interpret it, and longer to begin
 * a task than to do its work; a large one is the other way round. Adaptive execution finds nothing
 * to adapt here, as nothing is joined and partitions are counted before, and makes a job of its own
 * of each shuffle.
 *
 * @param settings of Spark SQL
 */
record ExecutionPlan(Map<String, String> settings) {
  private static final Logger LOG = LoggerFactory.getLogger(ExecutionPlan.class);
  private static final long MEGABYTE = 1 << 20;

  /** A smaller input is interpreted. */
  private static final long COMPILED = 256 * MEGABYTE;

  /** Text for each partition of a shuffle, which holds little more than hashes and counts. */
  private static final long A_PARTITION = 16 * MEGABYTE;

  /**
   * The plan for an input.
   *
   * @param bytes of its files
   * @param cores of all executors
   */
  static ExecutionPlan of(long bytes, int cores) {
    boolean small = bytes < COMPILED;
    long partitions = Math.max(1 + bytes / A_PARTITION, Math.min(cores, 1 + bytes / MEGABYTE));
    var settings = new TreeMap<String, String>();
    settings.put("spark.sql.shuffle.partitions", Long.toString(partitions));
    settings.put("spark.sql.adaptive.enabled", "false");
    settings.put("spark.sql.codegen.wholeStage", Boolean.toString(!small));
    settings.put("spark.sql.codegen.factoryMode", small ? "NO_CODEGEN" : "FALLBACK");
    return new ExecutionPlan(settings);
  }

  /** Sets what the operator has not set. */
  void applyTo(SparkSession spark) {
    settings.forEach(
        (key, value) -> {
          if (spark.sparkContext().getConf().contains(key)) {
            LOG.info("{}={} is the operator's", key, spark.conf().get(key));
          } else {
            LOG.info("{}={} suits the input", key, value);
            spark.conf().set(key, value);
          }
        });
  }
}
