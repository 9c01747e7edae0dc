/**
 * People, places and organisations, found by capitals that the whole corpus bears out. Their word
 * lists are in {@code text}, with those of terms.
 *
 * <p>There is neither a model nor a list of names: what the corpus writes small elsewhere is no
 * name, and a capital that begins a sentence proves nothing. Texts are taken apart once, and their
 * words are passed over twice: how words are written is counted, then names are found.
 */
package dev.broadsheet.names;
