/**
 * Passages that a source repeats in many articles, found as hashes, counted by source, and cut.
 * What is left are an article's own words.
 */
package dev.broadsheet.articles.boilerplate;
