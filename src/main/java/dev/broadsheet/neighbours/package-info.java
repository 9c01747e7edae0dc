/**
 * The articles most like an article, by the cosine of their TF-IDF vectors, without comparing each
 * with each.
 *
 * <p>An article is in the lists of its few best terms, and is compared, exactly, with those that
 * stand near it there. It is sent, as packed bytes, once to each part of the vocabulary that has
 * such a list; the terms of one topic lie in one part ({@code TermOrder}), so these are few.
 */
package dev.broadsheet.neighbours;
