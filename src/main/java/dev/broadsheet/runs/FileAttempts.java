package dev.broadsheet.runs;

import java.io.IOException;

/**
 * File operations whose failure is told as everything else is.
 *
 * @param folder where they are
 */
record FileAttempts(String folder) {
  /** A file operation. */
  interface Operation<T> {
    T run() throws IOException;
  }

  /** Tries it; an exception becomes one that says what could not be done, and why. */
  <T> T attempt(String verb, String what, Operation<T> operation) {
    try {
      return operation.run();
    } catch (IOException e) {
      throw new RunException(
          "Cannot %s %s in %s: %s. Check the path and its permissions."
              .formatted(verb, what, folder, why(e)),
          e);
    }
  }

  /** An exception in one line. */
  static String why(IOException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return (e.getClass().getSimpleName() + " " + message).strip();
  }

  /**
   * Writes a file outside of the output folder, in one step.
   *
   * @throws RunException if it cannot be written
   */
  static void writeFile(String path, String text) {
    int name = path.lastIndexOf('/') + 1;
    String folder = name == 0 ? "." : path.substring(0, name);
    new FileAttempts(folder)
        .attempt(
            "write",
            path.substring(name),
            () -> {
              Storage.of(folder).write(path.substring(name), text);
              return null;
            });
  }
}
