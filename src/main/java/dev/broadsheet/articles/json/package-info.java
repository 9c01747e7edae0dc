/**
 * JSON as it comes: an object a line, several, arrays, envelopes, over many lines, cut off, with
 * rests of other things between. Every byte is a record, a rejected one, or white space.
 */
package dev.broadsheet.articles.json;
