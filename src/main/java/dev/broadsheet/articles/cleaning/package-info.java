/**
 * A text as a reader would read it: without markup, code, headers of mail and lost encodings, with
 * its letters and words. It knows one text at a time and no Spark.
 *
 * <p>What is taken out or mended is what is certain by looking at this text; the kinds of it are in
 * {@code articles.defects}, so that nothing is changed in silence.
 */
package dev.broadsheet.articles.cleaning;
