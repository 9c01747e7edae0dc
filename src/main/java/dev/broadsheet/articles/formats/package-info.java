/**
 * Text files, Markdown, pages, mail, separated values, Parquet and XML. Each has a reader that
 * makes rows of {@link dev.broadsheet.articles.records.RawRecord}.
 *
 * <p>What cannot be read becomes a record with a reason, and reading goes on behind it where the
 * format says how. A reader judges nothing: whether a record is an article is for {@code
 * Validation}.
 */
package dev.broadsheet.articles.formats;
