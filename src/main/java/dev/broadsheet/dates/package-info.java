/**
 * Dates as people write them, and days, ranges and periods of days, and which days are the axis of
 * tables and charts. Nothing here knows what happens on a day.
 */
package dev.broadsheet.dates;
