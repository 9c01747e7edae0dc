package dev.broadsheet.cli;

import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.runs.RunException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;

/** What the program's exit code says, and whether to try again helps. */
enum ExitCode {
  SUCCESS(0, "published, or already published and unchanged"),
  FAILURE(1, "unexpected failure; to try again perhaps helps"),
  USAGE(2, "usage or configuration"),
  INPUT(3, "input missing, unreadable, empty, or too much of it bad; try again after repair"),
  AUDIT(4, "the audit failed; the run is kept, CURRENT unmoved; try again after repair"),
  LOCKED(5, "another run holds the lock; try again later"),
  CATALOG(6, "published, but not in --publish-to; the same --run-id again completes it");

  /** As operating systems and HDFS say it. */
  private static final Pattern NO_SPACE =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|The \\w+ quota of \\S+ is exceeded");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }

  /** A failure that the user can understand: the code and the message. */
  record UserError(ExitCode code, String message) {}

  /** The exit code of a program that failed so. */
  static ExitCode of(Throwable failure) {
    return userError(failure).map(UserError::code).orElse(FAILURE);
  }

  /** The user's mistake behind a failure; empty for one that is nobody's. */
  static Optional<UserError> userError(Throwable failure) {
    return Stream.iterate(failure, t -> t != null, Throwable::getCause)
        .flatMap(cause -> one(cause).stream())
        .findFirst();
  }

  private static Optional<UserError> one(Throwable t) {
    if (isFullDisk(t)) {
      return Optional.of(
          new UserError(
              FAILURE,
              "Cannot write: %s. Free some space where --output is and where Spark keeps its temporary files (spark.local.dir), then run again."
                  .formatted(
                      NO_SPACE
                          .matcher(t.getMessage())
                          .results()
                          .findFirst()
                          .orElseThrow()
                          .group())));
    }
    if (t instanceof ConfigException) {
      return Optional.of(new UserError(USAGE, t.getMessage()));
    }
    if (t instanceof InputException) {
      return Optional.of(new UserError(INPUT, t.getMessage()));
    }
    if (t instanceof RunException.Locked) {
      return Optional.of(new UserError(LOCKED, t.getMessage()));
    }
    if (t instanceof RunException.Refused) {
      return Optional.of(new UserError(USAGE, t.getMessage()));
    }
    if (t instanceof RunException) {
      return Optional.of(new UserError(FAILURE, t.getMessage()));
    }
    return unreadable(t);
  }

  /** What executors throw arrives as text. */
  private static boolean isFullDisk(Throwable t) {
    return t.getMessage() != null && NO_SPACE.matcher(t.getMessage()).find();
  }

  /** Spark's own readers say it so where a file breaks off or cannot be opened. */
  private static Optional<UserError> unreadable(Throwable t) {
    if (t.getClass().getName().startsWith("org.apache.spark.")
        && t instanceof SparkThrowable spark
        && spark.getCondition() != null
        && spark.getCondition().startsWith("FAILED_READ_FILE")) {
      String path = spark.getMessageParameters().getOrDefault("path", "a file");
      Throwable cause = t.getCause() == null ? t : t.getCause();
      return Optional.of(
          new UserError(
              INPUT,
              "Cannot read %s: %s. Repair or remove the file."
                  .formatted(path, cause.getMessage())));
    }
    return Optional.empty();
  }
}
