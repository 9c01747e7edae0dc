/**
 * One class for each table that a run publishes: its columns, how its rows are computed, and what
 * the audit is to find in it; and the checks between tables ({@code Consistency}, {@code Quality}).
 */
package dev.broadsheet.tables;
