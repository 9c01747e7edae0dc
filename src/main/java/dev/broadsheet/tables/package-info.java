/** One class for each table that a run publishes: its columns and how its rows are computed. */
package dev.broadsheet.tables;
