/**
 * The files of an input: listed on any Hadoop file system and in zip archives, told apart by name
 * and by their first bytes, opened, unpacked, decoded to UTF-8, and bounded. Nothing here knows
 * what an article is.
 */
package dev.broadsheet.articles.input;
