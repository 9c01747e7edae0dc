/**
 * JSON as it comes: an object a line, several, arrays, envelopes, over many lines, cut off, with
 * rests of other things between. Every byte is a record, a rejected one, or white space.
 *
 * <p>A file is looked at once for its shape ({@code JsonLook}), split where its lines are records,
 * and parsed by Jackson's streaming parser, which is put on its feet again behind what is broken.
 */
package dev.broadsheet.articles.json;
