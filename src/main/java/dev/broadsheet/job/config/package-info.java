/** The options of a run, where their values come from, and what is wrong with them. */
package dev.broadsheet.job.config;
