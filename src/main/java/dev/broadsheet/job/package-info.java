/** The job itself: its configuration, its stages and its result. */
package dev.broadsheet.job;
