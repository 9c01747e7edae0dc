package dev.broadsheet.job;

/**
 * What a stage gives.
 *
 * @param rows how many it counts
 * @param detail what they are, for the log
 */
record Outcome<T>(T value, long rows, String detail) {}
