package dev.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that goes on while the test does, with all that it prints in a file. */
record RunningProgram(Process process, Path log) implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration LOOK = Duration.ofMillis(50);

  /** Waits until it has printed what matches. */
  MatchResult printed(String expression) throws IOException {
    return printed(log, expression);
  }

  /** Waits until there is, in a file that may come later, what matches. */
  MatchResult printed(Path file, String expression) throws IOException {
    Pattern pattern = Pattern.compile(expression);
    Instant end = Instant.now().plus(LONGEST);
    while (true) {
      boolean lives = process.isAlive();
      String text = Files.exists(file) ? Files.readString(file) : "";
      Matcher found = pattern.matcher(text);
      if (found.find()) {
        return found.toMatchResult();
      }
      if (!lives || Instant.now().isAfter(end)) {
        throw new IllegalStateException(
            "there is no '%s' in %s:%n%s%n%s"
                .formatted(expression, file, text, Files.readString(log)));
      }
      pause();
    }
  }

  /** Waits for its end. */
  ChildJvm.Ended ended() throws IOException {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running:\n" + Files.readString(log));
      }
      return new ChildJvm.Ended(process.exitValue(), Files.readString(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static void pause() {
    try {
      Thread.sleep(LOOK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Ends it and what it started. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
