package dev.broadsheet.job;

import dev.broadsheet.runs.Manifest;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param path the run's folder
 * @param catalogFailure why a published run is not in the catalog of {@code --publish-to}
 */
public record RunResult(
    Outcome outcome, Manifest manifest, String path, Optional<String> catalogFailure) {

  /** What became of the tables. */
  public enum Outcome {
    PUBLISHED,
    /** The run was published before, from the same input and configuration; nothing was done. */
    UNCHANGED,
    /** The audit found an error; the tables are kept, and readers still see the run before. */
    FAILED_AUDIT
  }
}
