package dev.broadsheet.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A command of the program. */
interface Command {
  /** What picocli shows and parses. */
  CommandSpec spec();

  /**
   * Does it.
   *
   * @param problems what the parser found wrong; a command without options of its own refuses any
   */
  ExitCode run(ParseResult parsed, List<String> problems);

  /** Whether it can do without Spark on the class path. */
  default boolean needsSpark() {
    return false;
  }
}
