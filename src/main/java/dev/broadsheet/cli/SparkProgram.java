package dev.broadsheet.cli;

import dev.broadsheet.job.SparkSettings;
import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.job.config.JobConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.hadoop.security.UserGroupInformation;
import org.apache.hadoop.util.VersionInfo;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ParseResult;

/** What the commands with Spark have in common: log level, session, progress. */
final class SparkProgram {
  /** Hadoop before 3.4.3 calls what Java took away by and by from here on. */
  private static final int JAVA_OF_EVERY_HADOOP = 21;

  /** Spark refuses less, with a stack trace. */
  private static final long LEAST_HEAP = 450L << 20;

  /** They log a stack trace for what fails below a job; the job's own failure says it once. */
  private static final List<String> TOLD_BY_THE_FAILURE =
      List.of(
          "org.apache.spark.executor.Executor",
          "org.apache.spark.ml.util.Instrumentation",
          "org.apache.spark.scheduler.TaskSetManager",
          "org.apache.spark.sql.execution.datasources.FileFormatWriter",
          "org.apache.spark.util.Utils");

  private SparkProgram() {}

  /**
   * What a command does with Spark.
   *
   * @param <T> what comes of it
   */
  interface Work<T> {
    T with(SparkSession spark, Progress progress);

    /** Is told of a failure, whichever it is, while the JVM still waits for it. */
    default void failed(Throwable failure) {}
  }

  static <T> T run(JobConfig config, ParseResult parsed, PrintStream err, Work<T> work) {
    boolean ours = SparkSession.getDefaultSession().isEmpty();
    SparkSession spark;
    try {
      spark = start(config, parsed);
    } catch (Throwable e) {
      work.failed(e);
      throw e;
    }
    try (var termination = Termination.of(spark.sparkContext());
        var heap = FullHeap.of(spark.sparkContext())) {
      try (var progress = new Progress(err, System.console() != null, termination::check)) {
        return work.with(spark, progress);
      } catch (Throwable e) {
        // What fails while Spark's jobs are cancelled fails for that reason.
        if (termination.isRequested()) {
          Termination.Stopped stopped = stopped(e, err);
          work.failed(stopped);
          throw stopped;
        }
        heap.error()
            .ifPresent(
                full -> {
                  work.failed(full);
                  throw full;
                });
        work.failed(e);
        throw e;
      } finally {
        if (ours) {
          spark.stop();
        }
      }
    }
  }

  private static SparkSession start(JobConfig config, ParseResult parsed) {
    refuseWhatCannotRun();
    // Spark sets its own levels when it first logs; ours must come after.
    new SparkConf().log();
    boolean verbose = parsed.hasMatchedOption(Cli.VERBOSE);
    Configurator.setRootLevel(verbose ? Level.INFO : Level.ERROR);
    TOLD_BY_THE_FAILURE.forEach(
        logger -> Configurator.setLevel(logger, verbose ? Level.INFO : Level.OFF));
    return SparkSettings.session(config.master());
  }

  private static void refuseWhatCannotRun() {
    int java = Runtime.version().feature();
    if (java > JAVA_OF_EVERY_HADOOP && hadoopFails()) {
      throw new ConfigException(
          List.of(
              "Cannot run on Java %d: Hadoop %s, by which Spark reads files, fails there. Use Java 17 or 21, or a Spark with Hadoop 3.4.3 or later."
                  .formatted(java, VersionInfo.getVersion())));
    }
    long heap = Runtime.getRuntime().maxMemory();
    if (heap < LEAST_HEAP) {
      throw new ConfigException(
          List.of(
              "Cannot start Spark: a heap of %d MB is too small for it. Give the program 512 MB or more (BROADSHEET_MEMORY, or --driver-memory of spark-submit)."
                  .formatted(heap >> 20)));
    }
    if (!ByteBuffer.class.getModule().isOpen("java.nio", SparkProgram.class.getModule())) {
      throw new ConfigException(
          List.of(
              "Cannot run: this Java was started without Spark's module options, as drivers in standalone cluster mode are. Add to spark-submit: --driver-java-options \"%s\""
                  .formatted(JavaModuleOptions.defaultModuleOptions())));
    }
  }

  private static boolean hadoopFails() {
    try {
      UserGroupInformation.getCurrentUser();
      return false;
    } catch (UnsupportedOperationException e) {
      return true;
    } catch (IOException e) {
      // The first file that is read says it better.
      return false;
    }
  }

  /** Says so at once: the JVM ends as soon as all is cleared. */
  private static Termination.Stopped stopped(Throwable failure, PrintStream err) {
    var stopped = new Termination.Stopped(failure);
    err.println(stopped.getMessage());
    err.flush();
    return stopped;
  }
}
