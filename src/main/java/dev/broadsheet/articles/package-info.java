/** Reads, parses, rejects, identifies and deduplicates articles. */
package dev.broadsheet.articles;
