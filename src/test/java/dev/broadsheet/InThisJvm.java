package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.Cli;
import java.io.PrintStream;
import java.util.Arrays;

/**
 * A command in the session of the tests, one at a time: a JVM of its own needs half a minute to
 * warm up.
 */
final class InThisJvm {
  private InThisJvm() {}

  static void succeeds(Object... arguments) {
    assertThat(run(System.out, arguments)).isZero();
  }

  /** Returns the exit code. */
  static synchronized int run(PrintStream out, Object... arguments) {
    SparkTest.Session.session();
    return new Cli(out, out)
        .run(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
  }
}
