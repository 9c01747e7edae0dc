package dev.broadsheet.runs;

/**
 * The output folder cannot be used as asked. Its message is meant for the user: {@code Cannot X:
 * why. What to do.}
 */
public class RunException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public RunException(String message) {
    super(message);
  }

  public RunException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What was asked for cannot be done in this output folder, however often it is tried. */
  public static final class Refused extends RunException {
    private static final long serialVersionUID = 1;

    Refused(String message) {
      super(message);
    }

    public Refused(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Another run holds the lock. */
  public static final class Locked extends RunException {
    private static final long serialVersionUID = 1;

    Locked(String message) {
      super(message);
    }
  }
}
