/**
 * Text files, separated values, Parquet and XML. Each has a reader that makes rows of {@link
 * dev.broadsheet.articles.records.RawRecord}.
 */
package dev.broadsheet.articles.formats;
