/**
 * The options of a run, where their values come from, and what is wrong with them.
 *
 * <p>An {@code Option} has its name, its default and its help. Command line and file are read into
 * a {@code JobConfig}, which is what a run was made with, all of it; what is wrong is collected, so
 * that one message says everything.
 */
package dev.broadsheet.job.config;
