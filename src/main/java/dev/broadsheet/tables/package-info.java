/**
 * One class for each table that a run publishes: its columns, how its rows are computed, and what
 * the audit is to find in it; and the checks between tables ({@code Consistency}, {@code Quality}).
 *
 * <p>A {@code BoundedTable} is computed on the driver from counts and written without a job, a
 * {@code DistributedTable} is a pass over articles. The data dictionary, the contract and the views
 * in {@code output/} are made from these classes; {@code Tables.all()} lists them.
 */
package dev.broadsheet.tables;
