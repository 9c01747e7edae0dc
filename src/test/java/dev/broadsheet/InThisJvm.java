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
  static ChildJvm.Ended run(Object... arguments) {
    var printed = new ByteArrayOutputStream();
    int code = run(new PrintStream(printed, true, StandardCharsets.UTF_8), arguments);
    return new ChildJvm.Ended(code, printed.toString(StandardCharsets.UTF_8));
  }

  /** Returns the exit code. One run at a time, as they share a session. */
  static synchronized int run(PrintStream out, Object... arguments) {
    return refused(out, arguments);
  }

  /** The same for a run that is refused before it begins, and waits for no other in this JVM. */
  static int refused(PrintStream out, Object... arguments) {
    SparkTest.Session.session();
    return new Cli(out, out)
        .run(Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
  }
}
