package dev.broadsheet.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python that has what requirements.txt names.
 *
 * @param folder where it is made, when it is first asked for
 */
record PythonEnvironment(Path folder) {
  private static final Path SCRIPTS = Path.of("src/bench/python");

  /** Runs a script. */
  void run(String script, String... arguments) throws IOException {
    start(command(script, arguments));
  }

  /** What runs a script; makes the environment if need be. */
  List<String> command(String script, String... arguments) throws IOException {
    Path requirements = SCRIPTS.resolve("requirements.txt");
    Path installed = folder.resolve("requirements.txt");
    String python = folder.resolve("bin/python").toString();
    if (!Files.exists(installed) || Files.mismatch(requirements, installed) >= 0) {
      start(List.of("python3", "-m", "venv", "--clear", folder.toString()));
      start(List.of(python, "-m", "pip", "install", "--quiet", "-r", requirements.toString()));
      Files.copy(requirements, installed);
    }
    List<String> command = new ArrayList<>(List.of(python, SCRIPTS.resolve(script).toString()));
    Stream.of(arguments).forEach(command::add);
    return command;
  }

  private static void start(List<String> command) throws IOException {
    try {
      int code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) {
        throw new IOException(
            "Cannot go on: %s ended with %d. Read what it printed above."
                .formatted(String.join(" ", command), code));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Cannot run %s: interrupted.".formatted(command.get(0)), e);
    }
  }
}
