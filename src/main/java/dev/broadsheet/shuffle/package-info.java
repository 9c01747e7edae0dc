/**
 * What all packages need to bring rows of one key together: nothing of it knows of news.
 *
 * <p>Spark's own operators are made for partitions that do not fit into memory: they size up every
 * object and sort. Ours are of some thousand articles, which plain maps hold.
 */
package dev.broadsheet.shuffle;
