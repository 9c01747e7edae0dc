/** The command line: options, progress, what a person reads, exit codes. */
package dev.broadsheet.cli;
