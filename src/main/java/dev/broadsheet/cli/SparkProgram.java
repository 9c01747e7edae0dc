package dev.broadsheet.cli;

import dev.broadsheet.job.ConfigException;
import dev.broadsheet.job.JobConfig;
import dev.broadsheet.job.SparkSettings;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.BiFunction;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SparkConf;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ParseResult;

/** What the commands with Spark have in common: log level, session, progress. */
final class SparkProgram {
  /** Hadoop calls what Java 24 took away. */
  private static final int LATEST_JAVA = 23;

  /** Spark refuses less, with a stack trace. */
  private static final long LEAST_HEAP = 450L << 20;

  /** They log a stack trace for each task that fails; the job's own failure says it once. */
  private static final List<String> TOLD_BY_THE_FAILURE =
      List.of(
          "org.apache.spark.executor.Executor",
          "org.apache.spark.scheduler.TaskSetManager",
          "org.apache.spark.sql.execution.datasources.FileFormatWriter",
          "org.apache.spark.util.Utils");

  private SparkProgram() {}

  static <T> T run(
      JobConfig config,
      ParseResult parsed,
      PrintStream err,
      BiFunction<SparkSession, Progress, T> work) {
    if (Runtime.version().feature() > LATEST_JAVA) {
      throw new ConfigException(
          List.of(
              "Cannot run on Java %d: Spark's file access fails there. Use Java 17 or 21."
                  .formatted(Runtime.version().feature())));
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
    // Spark sets its own levels when it first logs; ours must come after.
    new SparkConf().log();
    boolean verbose = parsed.hasMatchedOption(Cli.VERBOSE);
    Configurator.setRootLevel(verbose ? Level.INFO : Level.ERROR);
    TOLD_BY_THE_FAILURE.forEach(
        logger -> Configurator.setLevel(logger, verbose ? Level.INFO : Level.OFF));
    boolean ours = SparkSession.getDefaultSession().isEmpty();
    SparkSession spark = SparkSettings.session(config.master());
    try (var termination = Termination.of(spark.sparkContext())) {
      try (var progress = new Progress(err, System.console() != null, termination::check)) {
        return work.apply(spark, progress);
      } catch (Throwable e) {
        // What fails while Spark's jobs are cancelled fails for that reason.
        if (termination.isRequested()) {
          throw stopped(e, err);
        }
        throw e;
      } finally {
        if (ours) {
          spark.stop();
        }
      }
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
