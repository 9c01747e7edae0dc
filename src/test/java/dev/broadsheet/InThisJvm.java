package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.Cli;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A command in the session of the tests, one at a time: a JVM of its own needs half a minute to
 * warm up.
 */
final class InThisJvm {
  private InThisJvm() {}

  static void succeeds(Object... arguments) {
    ChildJvm.Ended ended = run(arguments);
    System.out.println(ended.printed());
    assertThat(ended.code()).isZero();
  }

  /** Its exit code, and what it printed. */
  static synchronized ChildJvm.Ended run(Object... arguments) {
    SparkTest.Session.session();
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    int code =
        new Cli(out, out).run(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    return new ChildJvm.Ended(code, printed.toString(StandardCharsets.UTF_8));
  }
}
