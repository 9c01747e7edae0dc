/**
 * Which articles are one: ids, addresses, versions under one address, equal texts, and the order in
 * which all rows are from then on.
 *
 * <p>Equal means equal hashes of what readers see; texts stay where they are, and only hashes that
 * several rows share are brought together. The canonical order follows from ids alone, so it is the
 * same whatever files and partitions the rows came in.
 */
package dev.broadsheet.articles.identity;
