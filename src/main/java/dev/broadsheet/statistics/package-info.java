/**
 * How surprising counts are: what the past leads one to expect, the distribution of counts, rates
 * of false discovery, and what tells two sets apart. Everything here works on numbers in memory.
 *
 * <p>A count is judged against its share of what there was that day, with the scatter that news has
 * (negative binomial), and all that are judged together share one rate of false discovery.
 */
package dev.broadsheet.statistics;
