package dev.broadsheet.job;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known when a run begins.
 *
 * @param previous the run that it continues
 */
record Night(String runId, Instant started, Optional<String> previous) {}
