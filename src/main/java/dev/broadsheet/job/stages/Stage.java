package dev.broadsheet.job.stages;

import java.util.Locale;

/**
 * A step of the job: a record of what it works with.
 *
 * @param <T> what it makes
 */
public interface Stage<T> {
  /** Does it. */
  Outcome<T> run();

  /** What the log, Spark's UI and the table of stages call it: {@code FindStories} find stories. */
  default String name() {
    return getClass().getSimpleName().replaceAll("(?<=.)(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
