package dev.broadsheet;

import dev.broadsheet.cli.Cli;
import java.util.Locale;

/** The program, and the only class that ends the JVM. */
public final class Main {
  private Main() {}

  /** Runs a command; numbers are written in one way, wherever the machine stands. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    int code = new Cli(System.out, System.err).run(args);
    // A container of YARN takes System.exit(0) for a crash.
    if (code != 0) {
      System.exit(code);
    }
  }
}
