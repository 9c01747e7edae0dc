/**
 * What every format makes of an article before anything is judged: four texts, where they were
 * found, or why there are none.
 *
 * <p>Where it was found (file and number of the record) is what {@code quarantine} shows and what
 * makes two equal records two.
 */
package dev.broadsheet.articles.records;
