/**
 * The nightly job: {@link dev.broadsheet.job.NightlyJob} locks, publishes and cleans up, {@link
 * dev.broadsheet.job.Summarising} runs the stages between, and {@link
 * dev.broadsheet.job.InputCheck} only looks.
 *
 * <p>What Spark is to be set to is here too ({@code SparkSettings}), and what may follow a
 * published run: the tables in a catalog, events of lineage. Both begin after {@code CURRENT} has
 * moved, so that their failure costs no reader anything.
 */
package dev.broadsheet.job;
