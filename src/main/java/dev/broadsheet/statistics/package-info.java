/**
 * How surprising counts are: what the past leads one to expect, the distribution of counts, rates
 * of false discovery, and what tells two sets apart. Everything here works on numbers in memory.
 */
package dev.broadsheet.statistics;
