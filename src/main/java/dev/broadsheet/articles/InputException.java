package dev.broadsheet.articles;

/**
 * The input is missing, unreadable, empty, or too much of it is bad. Its message is meant for the
 * user: {@code Cannot X: why. What to do.}
 */
public final class InputException extends RuntimeException {
  public InputException(String message) {
    super(message);
  }

  public InputException(String message, Throwable cause) {
    super(message, cause);
  }
}
