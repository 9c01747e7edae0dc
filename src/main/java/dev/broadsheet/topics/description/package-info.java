/**
 * What is known of a topic beyond its weights: label, id and ancestry, tree and links, sources,
 * size, and whether it is junk.
 *
 * <p>All of it follows from k × V numbers and counts on the driver ({@code Topics}). Topics of two
 * nights are matched one to one ({@code Assignment}), so that ids stay; labels are names and
 * phrases that tell a topic from the others, no two of them the same thing.
 */
package dev.broadsheet.topics.description;
