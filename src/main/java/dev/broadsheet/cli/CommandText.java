package dev.broadsheet.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Commands as a person types them into a shell. */
final class CommandText {
  /** How the program was called, if the launcher says so. */
  private static final String CALLED = "BROADSHEET_COMMAND";

  private CommandText() {}

  /** The command with these arguments, in quotes where a shell would read them otherwise. */
  static String of(List<String> arguments) {
    String program = Optional.ofNullable(System.getenv(CALLED)).orElse("broadsheet");
    return arguments.stream()
        .map(CommandText::quoted)
        .collect(Collectors.joining(" ", quoted(program) + " ", ""));
  }

  /** A word in quotes, if a shell would read it otherwise. */
  static String quoted(String word) {
    return word.matches("[\\p{L}\\p{N}_@%+=:,./-]+")
        ? word
        : "'" + word.replace("'", "'\\''") + "'";
  }
}
