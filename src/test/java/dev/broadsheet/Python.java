package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The Python of the notebooks' tests, with what they need, in a virtual environment of its own. */
final class Python {
  static final Path VENV = Path.of("target", "venv").toAbsolutePath();
  static final Path PROGRAM = VENV.resolve("bin/python");
  private static final Path SCRIPTS = Path.of("src/test/python").toAbsolutePath();

  private static Boolean installed;

  private Python() {}

  /** Installs the packages, once; false where there is no python3 with venv. */
  static synchronized boolean isInstalled() {
    if (installed == null) {
      installed = sh("python3 -c 'import venv, ensurepip'").code() == 0;
      if (installed) {
        ChildJvm.Ended ended =
            sh(
                "doing='run the tests'; requirements=requirements-test.txt;"
                    + " . notebooks/environment.sh; install_packages",
                Path.of("notebooks", "environment.sh").toAbsolutePath());
        assertThat(ended.code()).as(ended.printed()).isZero();
      }
    }
    return installed;
  }

  private static ChildJvm.Ended sh(String script, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of("-c", script));
    all.addAll(Arrays.asList(arguments));
    return ChildJvm.program(Path.of("sh"), all.toArray())
        .with("BROADSHEET_VENV", VENV.toString())
        // Of a hundred packages few modules are imported.
        .with("PIP_NO_COMPILE", "1")
        .run();
  }

  /** What a script of src/test/python printed; it must succeed. */
  static String succeeds(String script, Object... arguments) {
    boolean there = isInstalled();
    if (!there) {
      System.out.println("There is no python3 with venv, so " + script + " is not run.");
    }
    assumeTrue(there);
    List<Object> all = new ArrayList<>(List.of(SCRIPTS.resolve(script)));
    all.addAll(Arrays.asList(arguments));
    ChildJvm.Ended ended = ChildJvm.program(PROGRAM, all.toArray()).run();
    assertThat(ended.code()).as(ended.printed()).isZero();
    return ended.printed();
  }
}
