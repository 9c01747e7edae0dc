/**
 * Which field of a record is which of an article's: as the user names them, by the names that
 * archives use, or, where no guess is safe, in a message that shows the fields.
 */
package dev.broadsheet.articles.fields;
