/**
 * Articles that print one text, word for word or nearly: signatures, candidates by shared hashes,
 * the judgement of a pair, and the components that links make.
 *
 * <p>Texts never move: candidates are rows of numbers, and of the articles that a chain of
 * candidates joins only signatures are brought to one place, and judged there.
 */
package dev.broadsheet.stories;
