/**
 * The command line: options, progress, what a person reads, exit codes.
 *
 * <p>One file a command. It checks what was typed before Spark starts, all mistakes at once, and
 * suggests what may have been meant; a {@code RunException} from below becomes a message and an
 * exit code in one place.
 */
package dev.broadsheet.cli;
