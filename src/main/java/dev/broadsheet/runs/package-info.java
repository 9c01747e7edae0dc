/**
 * Run folders: manifest, audit, publication, lock, retention.
 *
 * <p>The audit reads every table back in one Spark job ({@code AuditedFiles}, a {@code FileFacts}
 * for each file), checks what is to hold of any table, and leaves to the tables what their columns
 * mean: they say what else is to be found ({@code Fact}) and compare what was ({@code TableFacts}).
 */
package dev.broadsheet.runs;
