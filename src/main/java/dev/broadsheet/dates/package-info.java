/**
 * Dates as people write them, and days, ranges and periods of days, and which days are the axis of
 * tables and charts. Nothing here knows what happens on a day.
 *
 * <p>A date is read by the forms that {@code DateForms} knows; whether 3/4 is in March or in April
 * is not decided by a single date but by the others of its archive, file or source.
 */
package dev.broadsheet.dates;
