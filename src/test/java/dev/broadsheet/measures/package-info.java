/** Measures of topic models against labels, texts and each other, for the benchmark and tests. */
package dev.broadsheet.measures;
