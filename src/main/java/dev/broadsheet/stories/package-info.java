/**
 * Articles that print one text, word for word or nearly: signatures, candidates by shared hashes,
 * the judgement of a pair, and the components that links make.
 */
package dev.broadsheet.stories;
