/**
 * A text as a reader would read it: without markup, code, headers of mail and lost encodings, with
 * its letters and words. It knows one text at a time and no Spark.
 */
package dev.broadsheet.articles.cleaning;
