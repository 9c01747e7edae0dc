package dev.broadsheet;

import dev.broadsheet.job.LocalFiles;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A test whose methods may take a {@link SparkSession}: one for the whole JVM. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SparkTest.Session.class)
public @interface SparkTest {

  /** Makes the session when first asked. */
  final class Session implements ParameterResolver {
    private static SparkSession session;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
      return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
      return session();
    }

    /** The session of the tests. */
    public static synchronized SparkSession session() {
      if (session == null) {
        session = start(2, 2, Map.of());
      }
      return session;
    }

    /** Ends the session of the tests, when no command runs in it, and starts another. */
    static SparkSession restart(int cores, int shuffles) {
      return restart(cores, shuffles, Map.of());
    }

    /** The same with further settings. */
    static SparkSession restart(int cores, int shuffles, Map<String, String> settings) {
      synchronized (InThisJvm.class) {
        return startAgain(cores, shuffles, settings);
      }
    }

    private static synchronized SparkSession startAgain(
        int cores, int shuffles, Map<String, String> settings) {
      session().stop();
      session = start(cores, shuffles, settings);
      return session;
    }

    private static SparkSession start(int cores, int shuffles, Map<String, String> settings) {
      return SparkSession.builder()
          .master("local[" + cores + "]")
          .appName("tests")
          .config("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
          .config("spark.io.compression.codec", "zstd")
          .config("spark.sql.shuffle.partitions", shuffles)
          .config("spark.default.parallelism", cores)
          .config("spark.ui.enabled", "false")
          // Planning again and again costs small data more than it saves; other JVMs have it.
          .config("spark.sql.adaptive.enabled", "false")
          // Nor is it worth compiling; other JVMs do.
          .config("spark.sql.codegen.wholeStage", "false")
          .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
          .config("spark.hadoop.fs.file.impl", LocalFiles.class.getName())
          .config("spark.sql.session.timeZone", "UTC")
          .config("spark.sql.legacy.parquet.nanosAsLong", "true")
          .config("spark.sql.warehouse.dir", "target/warehouse")
          .config(Map.<String, Object>copyOf(settings))
          .getOrCreate();
    }
  }
}
