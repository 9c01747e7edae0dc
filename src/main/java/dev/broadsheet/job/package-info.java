/**
 * The nightly job: {@link dev.broadsheet.job.NightlyJob} locks, publishes and cleans up, {@link
 * dev.broadsheet.job.Summarising} runs the stages between, and {@link
 * dev.broadsheet.job.InputCheck} only looks.
 */
package dev.broadsheet.job;
