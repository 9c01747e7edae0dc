package dev.broadsheet.job.stages;

/**
 * What a stage gives.
 *
 * @param rows how many it counts
 * @param detail what they are, for the log
 */
public record Outcome<T>(T value, long rows, String detail) {}
