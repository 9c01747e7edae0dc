/**
 * Which field of a record is which of an article's: as the user names them, by the names that
 * archives use, or, where no guess is safe, in a message that shows the fields.
 *
 * <p>The guess is made once for an archive, from what the first records have, and said in the log,
 * by {@code check} and in the manifest. What the user names always wins.
 */
package dev.broadsheet.articles.fields;
