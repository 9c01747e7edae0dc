/**
 * Passages that a source repeats in many articles, found as hashes, counted by source, and cut.
 * What is left are an article's own words.
 *
 * <p>It is one place for everything that counts or compares texts: stories, terms and names all see
 * what is left. An article that is mostly what others print, too, is a copy and not a notice, and
 * stays whole.
 */
package dev.broadsheet.articles.boilerplate;
