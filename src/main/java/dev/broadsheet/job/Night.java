package dev.broadsheet.job;

import java.time.Instant;

/**
 * What is known when a run begins.
 *
 * @param previous the run that it continues
 */
record Night(String runId, Instant started, EarlierRun previous) {}
