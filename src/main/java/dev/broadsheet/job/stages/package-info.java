/**
 * The stages of the job, a file each, named as the line that it has in the log, and what one hands
 * to the next.
 */
package dev.broadsheet.job.stages;
