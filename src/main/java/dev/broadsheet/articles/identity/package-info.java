/**
 * Which articles are one: ids, addresses, versions under one address, equal texts, and the order in
 * which all rows are from then on.
 */
package dev.broadsheet.articles.identity;
