package dev.broadsheet;

import dev.broadsheet.cli.Cli;

/** The program, and the only class that ends the JVM. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int code = new Cli(System.out, System.err).run(args);
    // A container of YARN takes System.exit(0) for a crash.
    if (code != 0) {
      System.exit(code);
    }
  }
}
