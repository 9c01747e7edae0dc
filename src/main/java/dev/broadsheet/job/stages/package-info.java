/**
 * The stages of the job, a file each, named as the line that it has in the log, and what one hands
 * to the next.
 *
 * <p>A stage asks packages for what they know and hands on a record of typed datasets, checked
 * where they are cached. Whoever caches releases ({@code Cache}); no stage reads the input again
 * because an earlier one has let go of something.
 */
package dev.broadsheet.job.stages;
