/**
 * What every format makes of an article before anything is judged: four texts, where they were
 * found, or why there are none.
 */
package dev.broadsheet.articles.records;
