/**
 * From the files of an archive to valid articles. {@link dev.broadsheet.articles.ArticleReader}
 * reads records, each format in its way, and {@link dev.broadsheet.articles.Validation} makes of a
 * record an article with all that is known of it, or says why it is none.
 *
 * <p>The packages below know nothing of this one. {@code input} opens files, {@code formats} and
 * {@code json} take them apart into the texts of {@code records}, {@code fields} says which field
 * is which, {@code cleaning} leaves what a reader would read, {@code identity} finds what is the
 * same article, and {@code boilerplate} what a source repeats.
 */
package dev.broadsheet.articles;
