/**
 * People, places and organisations, found by capitals that the whole corpus bears out. Their word
 * lists are in {@code text}, with those of terms.
 */
package dev.broadsheet.names;
